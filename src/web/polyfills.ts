/**
 * What the product's browsers (Chromium 100 and its kin: 360, Kylin, UOS) lack of the language that the code is written in.
 * The build lowers syntax; these are the library's parts.
 */
import 'core-js/actual/array/to-reversed';
import 'core-js/actual/array/to-sorted';
import 'core-js/actual/array/to-spliced';
import 'core-js/actual/array/with';
import 'core-js/actual/map/group-by';
import 'core-js/actual/string/is-well-formed';

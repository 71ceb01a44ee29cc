/** Style sheets are imported for their effect; the bundler puts them into files. */
declare module '*.css';

/** Side effects only; the package ships no types. */
declare module 'core-js/actual/*';

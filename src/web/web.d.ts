/** Style sheets are imported for their effect; the bundler puts them into files. */
declare module '*.css';

/** Side effects only; the package ships no types. */
declare module 'core-js/actual/*';

/** Address of a program that the bundler puts beside the app. */
declare module '*.wasm?url' {
  const url: string;
  export default url;
}

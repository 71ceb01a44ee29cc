/** Style sheets are imported for their effect; the bundler puts them into files. */
declare module '*.css';

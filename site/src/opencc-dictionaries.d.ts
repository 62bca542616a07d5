// opencc-js ships its tables without declarations.
declare module 'opencc-js/dict/*' {
  const pairs: string;
  export default pairs;
}

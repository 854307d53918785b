// Loading a module while the program runs. V8 forgets how a script imports modules when it takes it from what it compiled in an earlier
// run: who starts the program so gives it `importFromOutside`.

declare const importFromOutside: ((specifier: string) => Promise<unknown>) | undefined

/** A package that only some sites need, by its name, or a module by its URL. */
export const loadModule = async <Module>(specifier: string): Promise<Module> =>
  (typeof importFromOutside === 'function' ? importFromOutside(specifier) : import(specifier)) as Promise<Module>

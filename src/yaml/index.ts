// YAML as libyaml and SafeYAML read it: its one door.
export { parseYaml, type YamlOptions } from './yaml.ts'

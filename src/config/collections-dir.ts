import type { Config } from '../model/config.ts'
import { textOf } from '../util/inspect.ts'

/**
 * The `collections_dir` as it is written. quirk(jekyll): posts and scopes are compared with that, so nothing is below './content', and
 * 'content/' itself is not below 'content/'.
 */
export const writtenCollectionsDir = ({ data }: Config): string => textOf(data.get('collections_dir'))

import type { PluginFactory } from './plugin.ts'
export const paginateV2: PluginFactory = () => ({ name: 'jekyll-paginate-v2' })

import { expect, it } from 'vitest'
import { buildFiles } from '../site.ts'

// How pages print: as objects of a list they are their content, as `page` and after Liquid's own filters they are hashes. The results
// are Jekyll's.

const HASH =
  '{"title"=>"A", "content"=>"<p>A <em>text</em></p>\\n", "dir"=>"/", "excerpt"=>nil, "name"=>"a.md", "path"=>"a.md", "url"=>"/a.html"}'
const TEXT = '<p>A <em>text</em></p>\n'

const CASES: readonly (readonly [template: string, result: string])[] = [
  ['{{ x }}', TEXT],
  ['{{ x | sort: "title" }}', TEXT],
  ['{{ x | slice: 0, 1 }}', TEXT],
  ['{% cycle x %}', TEXT],
  ['{{ x | array_to_sentence_string }}', TEXT],
  ['{{ x | first }}', HASH],
  ['{{ x[0] }}', HASH],
  ['{% for p in x %}{{ p }}{% endfor %}', HASH],
  ['{{ x | reverse }}', HASH],
  ['{{ x | uniq }}', HASH],
  ['{{ x | compact }}', HASH],
  ['{{ x | join }}', HASH],
  ['{{ x | map: "title" }}', 'A'],
  ['{{ x | group_by: "title" }}', '{"name"=>"A", "items"=>[#<Jekyll::Page @relative_path="a.md">], "size"=>1}'],
]

it.each(CASES)('%s', async (template, result) => {
  const site = await buildFiles({
    '_config.yml': 'title: T\n',
    'a.md': '---\ntitle: A\n---\nA *text*\n',
    'z.html': `---\n---\n{% assign x = site.pages | where: "title", "A" %}${template}`,
  })
  expect(site.text('z.html')).toBe(result)
})

it('keeps `page` a hash wherever it is put', async () => {
  const site = await buildFiles({
    '_config.yml': 'title: T\n',
    'a.html': '---\ntitle: A\n---\n{% assign x = site.pages | where: "title", "none" | push: page %}{{ x }}',
  })
  expect(site.text('a.html')).toMatch(/^\{"title"=>"A", "content"=>"\{% assign /)
})

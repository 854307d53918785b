// Feature files of OpenType fonts.

import { byWord, defineLexer, wordSet } from '../grammar.ts'

const KEYWORDS =
  wordSet(`Ascender Attach AxisValue CapHeight CaretOffset CodePageRange Descender DesignAxis ElidableAxisValueName
  ElidedFallbackName ElidedFallbackNameID FSType FeatUILabelNameID FeatUITooltipTextNameID FontRevision GlyphClassDef
  HorizAxis.BaseScriptList HorizAxis.BaseTagList HorizAxis.MinMax IgnoreBaseGlyphs IgnoreLigatures IgnoreMarks
  LigatureCaretByDev LigatureCaretByIndex LigatureCaretByPos LineGap MarkAttachClass MarkAttachmentType NULL
  OlderSiblingFontAttribute Panose ParamUILabelNameID RightToLeft SampleTextNameID TypoAscender TypoDescender
  TypoLineGap UnicodeRange UseMarkFilteringSet Vendor VertAdvanceY VertAxis.BaseScriptList VertAxis.BaseTagList
  VertAxis.MinMax VertOriginY VertTypoAscender VertTypoDescender VertTypoLineGap WeightClass WidthClass XHeight
  anchor anchorDef anon anonymous by contour cursive device enum enumerate exclude_dflt feature featureNames flag from
  ignore include include_dflt language languagesystem location lookup lookupflag mark markClass name nameid parameters
  pos position required reversesub rsub script sizemenuname sub substitute subtable table useExtension valueRecordDef
  winAscent winDescent`)

export const createOpentypeFeatureFileLexer = defineLexer(() => ({
  states: {
    root: [
      [/\s+/, 'w'],
      [/#.*/, 'c'],
      [/(anonymous|anon|feature|lookup|table)(\s+)/, ['k', ''], 'tag'],
      [/(\})(\s)/, ['p', ''], 'tag'],
      [/include\b/i, 'k', 'include'],
      [/[-[\]/(){},.:;=%*<>']/, 'p'],
      [/`/, 'sb'],
      [/"/, 's', 'string'],
      [/\\[^.*\s]+/, 'se'],
      [/@[a-z_][a-z0-9/_.-]*/i, 'nc'],
      [/[a-z_][a-z0-9/_.-]*/i, byWord({ k: KEYWORDS }, 'n')],
      [/0x[0-9A-Fa-f]+/, 'mh'],
      [/\d+/, 'mi'],
    ],
    tag: [[/[a-z_][a-z0-9/_.-]*/i, 'nf', '#pop']],
    include: [
      [/\s+/, 'w'],
      [/\)/, 'p', '#pop'],
      [/\(/, 'p'],
      [/[^\s()]+/, 's'],
    ],
    string: [
      [/"/, 's', '#pop'],
      [/[^"%\n]+/, 's'],
    ],
  },
}))

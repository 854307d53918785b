// The named character references that kramdown knows (those of HTML that stand for one character), as `name:code point in base 36`.
// The order matters: where several names share a code point the last one is the name used for output.

export const ENTITY_NAMES = `
Alpha:pd Beta:pe Gamma:pf Delta:pg Epsilon:ph Zeta:pi Eta:pj Theta:pk Iota:pl Kappa:pm Lambda:pn Mu:po Nu:pp Xi:pq
Omicron:pr Pi:ps Rho:pt Sigma:pv Tau:pw Upsilon:px Phi:py Chi:pz Psi:q0 Omega:q1 alpha:q9 beta:qa gamma:qb delta:qc
epsilon:qd zeta:qe eta:qf theta:qg iota:qh kappa:qi lambda:qj mu:qk nu:ql xi:qm omicron:qn pi:qo rho:qp sigma:qr
tau:qs upsilon:qt phi:qu chi:qv psi:qw omega:qx sigmaf:qq thetasym:r5 upsih:r6 piv:ra Gammad:rg gammad:rh zwnj:6bw
zwj:6bx lrm:6by rlm:6bz hellip:6cm prime:6cy Prime:6cz oline:6da frasl:6dg weierp:6jc image:6j5 real:6jg alefsym:6k5
bull:6ci trade:6jm larr:6mo rarr:6mq uarr:6mp darr:6mr harr:6ms crarr:6np uArr:6oh dArr:6oj lArr:6og rArr:6oi
hArr:6ok forall:6ps part:6pu exist:6pv empty:6px nabla:6pz isin:6q0 ni:6q3 notin:6q1 sum:6q9 prod:6q7 minus:6qa
lowast:6qf radic:6qi prop:6ql infin:6qm ang:6qo and:6qv or:6qw cap:6qx cup:6qy int:6qz there4:6r8 sim:6rg asymp:6rs
cong:6rp ne:6sg equiv:6sh le:6sk ge:6sl sub:6te sup:6tf sube:6ti supe:6tj nsub:6tg oplus:6tx otimes:6tz perp:6ud
sdot:6v9 vellip:6we rceil:6x4 lceil:6x5 lfloor:6x6 rfloor:6x7 rang:6y1 lang:6y2 loz:7gq spades:7kw clubs:7kz
hearts:7l1 diams:7l2 amp:12 quot:y apos:13 copy:4p lt:1o gt:1q OElig:9e oelig:9f Scaron:9s scaron:9t Yuml:ag circ:jq
tilde:kc ndash:6c3 mdash:6c4 lsquo:6c8 rsquo:6c9 ldquo:6cc rdquo:6cd dagger:6cg Dagger:6ch permil:6cw euro:6gc
lsaquo:6d5 rsaquo:6d6 nbsp:4g iexcl:4h pound:4j curren:4k yen:4l brvbar:4m sect:4n uml:4o laquo:4r raquo:57 reg:4u
ordf:4q not:4s shy:4t macr:4v deg:4w plusmn:4x acute:50 micro:51 para:52 middot:53 cedil:54 ordm:56 cent:4i sup1:55
sup2:4y sup3:4z frac12:59 frac14:58 frac34:5a frac13:6kz frac23:6l0 frac15:6l1 frac25:6l2 frac35:6l3 frac45:6l4
frac16:6l5 frac56:6l6 frac18:6l7 frac38:6l8 frac58:6l9 frac78:6la iquest:5b Agrave:5c Aacute:5d Acirc:5e Atilde:5f
Auml:5g Aring:5h AElig:5i Ccedil:5j Egrave:5k Eacute:5l Ecirc:5m Euml:5n Igrave:5o Iacute:5p Icirc:5q Iuml:5r ETH:5s
Ntilde:5t Ograve:5u Oacute:5v Ocirc:5w Otilde:5x Ouml:5y times:5z Oslash:60 Ugrave:61 Uacute:62 Ucirc:63 Uuml:64
Yacute:65 THORN:66 szlig:67 agrave:68 aacute:69 acirc:6a atilde:6b auml:6c aring:6d aelig:6e ccedil:6f egrave:6g
eacute:6h ecirc:6i euml:6j igrave:6k iacute:6l icirc:6m iuml:6n eth:6o ntilde:6p ograve:6q oacute:6r ocirc:6s
otilde:6t ouml:6u divide:6v oslash:6w ugrave:6x uacute:6y ucirc:6z uuml:70 yacute:71 thorn:72 yuml:73 sbquo:6ca
fnof:b6 bdquo:6ce ensp:6bm emsp:6bn thinsp:6bt Lang:7vu Rang:7vv loang:7vw roang:7vx xlarr:7w5 longleftarrow:7w5
LongLeftArrow:7w5 xrarr:7w6 longrightarrow:7w6 LongRightArrow:7w6 xharr:7w7 longleftrightarrow:7w7
LongLeftRightArrow:7w7 xlArr:7w8 Longleftarrow:7w8 DoubleLongLeftArrow:7w8 xrArr:7w9 Longrightarrow:7w9
DoubleLongRightArrow:7w9 xhArr:7wa Longleftrightarrow:7wa DoubleLongLeftRightArrow:7wa xmap:7wc longmapsto:7wc
dzigrarr:7wf nvlArr:83m nvrArr:83n nvHarr:83o Map:83p lbarr:83w rbarr:83x bkarow:83x lBarr:83y rBarr:83z dbkarow:83z
RBarr:840 drbkarow:840 DDotrahd:841 UpArrowBar:842 DownArrowBar:843 Rarrtl:846 latail:849 ratail:84a lAtail:84b
rAtail:84c larrfs:84d rarrfs:84e larrbfs:84f rarrbfs:84g nwarhk:84j nearhk:84k searhk:84l hksearow:84l swarhk:84m
hkswarow:84m nwnear:84n nesear:84o toea:84o seswar:84p tosa:84p swnwar:84q rarrc:84z cudarrr:851 ldca:852 rdca:853
cudarrl:854 larrpl:855 curarrm:858 cularrp:859 rarrpl:85h harrcir:85k Uarrocir:85l lurdshar:85m ldrushar:85n
LeftRightVector:85q RightUpDownVector:85r DownLeftRightVector:85s LeftUpDownVector:85t LeftVectorBar:85u
RightVectorBar:85v RightUpVectorBar:85w RightDownVectorBar:85x DownLeftVectorBar:85y DownRightVectorBar:85z
LeftUpVectorBar:860 LeftDownVectorBar:861 LeftTeeVector:862 RightTeeVector:863 RightUpTeeVector:864
RightDownTeeVector:865 DownLeftTeeVector:866 DownRightTeeVector:867 LeftUpTeeVector:868 LeftDownTeeVector:869
lHar:86a uHar:86b rHar:86c dHar:86d luruhar:86e ldrdhar:86f ruluhar:86g rdldhar:86h lharul:86i llhard:86j rharul:86k
lrhard:86l udhar:86m UpEquilibrium:86m duhar:86n ReverseUpEquilibrium:86n RoundImplies:86o erarr:86p simrarr:86q
larrsim:86r rarrsim:86s rarrap:86t ltlarr:86u gtrarr:86w subrarr:86x suplarr:86z lfisht:870 rfisht:871 ufisht:872
dfisht:873 lopar:879 ropar:87a lbrke:87f rbrke:87g lbrkslu:87h rbrksld:87i lbrksld:87j rbrkslu:87k langd:87l
rangd:87m lparlt:87n rpargt:87o gtlPar:87p ltrPar:87q vzigzag:87u vangrt:87w angrtvbd:87x ange:884 range:885
dwangle:886 uwangle:887 angmsdaa:888 angmsdab:889 angmsdac:88a angmsdad:88b angmsdae:88c angmsdaf:88d angmsdag:88e
angmsdah:88f bemptyv:88g demptyv:88h cemptyv:88i raemptyv:88j laemptyv:88k ohbar:88l omid:88m opar:88n operp:88p
olcross:88r odsold:88s olcir:88u ofcir:88v olt:88w ogt:88x cirscir:88y cirE:88z solb:890 bsolb:891 boxbox:895
trisb:899 rtriltri:89a LeftTriangleBar:89b RightTriangleBar:89c iinfin:89o infintie:89p nvinfin:89q eparsl:89v
smeparsl:89w eqvparsl:89x lozf:8a3 blacklozenge:8a3 RuleDelayed:8ac dsol:8ae xodot:8ao bigodot:8ao xoplus:8ap
bigoplus:8ap xotime:8aq bigotimes:8aq xuplus:8as biguplus:8as xsqcup:8au bigsqcup:8au qint:8b0 iiiint:8b0
fpartint:8b1 cirfnint:8b4 awint:8b5 rppolint:8b6 scpolint:8b7 npolint:8b8 pointint:8b9 quatint:8ba intlarhk:8bb
pluscir:8bm plusacir:8bn simplus:8bo plusdu:8bp plussim:8bq plustwo:8br mcomma:8bt minusdu:8bu loplus:8bx roplus:8by
Cross:8bz timesd:8c0 timesbar:8c1 smashp:8c3 lotimes:8c4 rotimes:8c5 otimesas:8c6 Otimes:8c7 odiv:8c8 triplus:8c9
triminus:8ca tritime:8cb iprod:8cc intprod:8cc amalg:8cf capdot:8cg ncup:8ci ncap:8cj capand:8ck cupor:8cl
cupcap:8cm capcup:8cn cupbrcap:8co capbrcup:8cp cupcup:8cq capcap:8cr ccups:8cs ccaps:8ct ccupssm:8cw And:8cz Or:8d0
andand:8d1 oror:8d2 orslope:8d3 andslope:8d4 andv:8d6 orv:8d7 andd:8d8 ord:8d9 wedbar:8db sdote:8di simdot:8dm
congdot:8dp easter:8dq apacir:8dr apE:8ds eplus:8dt pluse:8du Esim:8dv Colone:8dw Equal:8dx eDDot:8dz ddotseq:8dz
equivDD:8e0 ltcir:8e1 gtcir:8e2 ltquest:8e3 gtquest:8e4 les:8e5 LessSlantEqual:8e5 leqslant:8e5 ges:8e6
GreaterSlantEqual:8e6 geqslant:8e6 lesdot:8e7 gesdot:8e8 lesdoto:8e9 gesdoto:8ea lesdotor:8eb gesdotol:8ec lap:8ed
lessapprox:8ed gap:8ee gtrapprox:8ee lne:8ef lneq:8ef gne:8eg gneq:8eg lnap:8eh lnapprox:8eh gnap:8ei gnapprox:8ei
lEg:8ej lesseqqgtr:8ej gEl:8ek gtreqqless:8ek lsime:8el gsime:8em lsimg:8en gsiml:8eo lgE:8ep glE:8eq lesges:8er
gesles:8es els:8et eqslantless:8et egs:8eu eqslantgtr:8eu elsdot:8ev egsdot:8ew el:8ex eg:8ey siml:8f1 simg:8f2
simlE:8f3 simgE:8f4 LessLess:8f5 GreaterGreater:8f6 glj:8f8 gla:8f9 ltcc:8fa gtcc:8fb lescc:8fc gescc:8fd smt:8fe
lat:8ff smte:8fg late:8fh bumpE:8fi pre:8fj preceq:8fj PrecedesEqual:8fj sce:8fk succeq:8fk SucceedsEqual:8fk
prE:8fn scE:8fo prnE:8fp precneqq:8fp scnE:8fq succneqq:8fq prap:8fr precapprox:8fr scap:8fs succapprox:8fs
prnap:8ft precnapprox:8ft scnap:8fu succnapprox:8fu Pr:8fv Sc:8fw subdot:8fx supdot:8fy subplus:8fz supplus:8g0
submult:8g1 supmult:8g2 subedot:8g3 supedot:8g4 subE:8g5 subseteqq:8g5 supE:8g6 supseteqq:8g6 subsim:8g7 supsim:8g8
subnE:8gb subsetneqq:8gb supnE:8gc supsetneqq:8gc csub:8gf csup:8gg csube:8gh csupe:8gi subsup:8gj supsub:8gk
subsub:8gl supsup:8gm suphsub:8gn supdsub:8go forkv:8gp topfork:8gq mlcp:8gr Dashv:8h0 DoubleLeftTee:8h0 Vdashl:8h2
Barv:8h3 vBar:8h4 vBarv:8h5 Vbar:8h7 Not:8h8 bNot:8h9 rnmid:8ha cirmid:8hb midcir:8hc topcir:8hd nhpar:8he
parsim:8hf parsl:8hp fflig:1dkw filig:1dkx fllig:1dky ffilig:1dkz ffllig:1dl0 Ascr:2kkc Cscr:2kke Dscr:2kkf
Gscr:2kki Jscr:2kkl Kscr:2kkm Nscr:2kkp Oscr:2kkq Pscr:2kkr Qscr:2kks Sscr:2kku Tscr:2kkv Uscr:2kkw Vscr:2kkx
Wscr:2kky Xscr:2kkz Yscr:2kl0 Zscr:2kl1 ascr:2kl2 bscr:2kl3 cscr:2kl4 dscr:2kl5 fscr:2kl7 hscr:2kl9 iscr:2kla
jscr:2klb kscr:2klc lscr:2kld mscr:2kle nscr:2klf pscr:2klh qscr:2kli rscr:2klj sscr:2klk tscr:2kll uscr:2klm
vscr:2kln wscr:2klo xscr:2klp yscr:2klq zscr:2klr Afr:2kn8 Bfr:2kn9 Dfr:2knb Efr:2knc Ffr:2knd Gfr:2kne Jfr:2knh
Kfr:2kni Lfr:2knj Mfr:2knk Nfr:2knl Ofr:2knm Pfr:2knn Qfr:2kno Sfr:2knq Tfr:2knr Ufr:2kns Vfr:2knt Wfr:2knu Xfr:2knv
Yfr:2knw afr:2kny bfr:2knz cfr:2ko0 dfr:2ko1 efr:2ko2 ffr:2ko3 gfr:2ko4 hfr:2ko5 ifr:2ko6 jfr:2ko7 kfr:2ko8 lfr:2ko9
mfr:2koa nfr:2kob ofr:2koc pfr:2kod qfr:2koe rfr:2kof sfr:2kog tfr:2koh ufr:2koi vfr:2koj wfr:2kok xfr:2kol yfr:2kom
zfr:2kon Aopf:2koo Bopf:2kop Dopf:2kor Eopf:2kos Fopf:2kot Gopf:2kou Iopf:2kow Jopf:2kox Kopf:2koy Lopf:2koz
Mopf:2kp0 Oopf:2kp2 Sopf:2kp6 Topf:2kp7 Uopf:2kp8 Vopf:2kp9 Wopf:2kpa Xopf:2kpb Yopf:2kpc aopf:2kpe bopf:2kpf
copf:2kpg dopf:2kph eopf:2kpi fopf:2kpj gopf:2kpk hopf:2kpl iopf:2kpm jopf:2kpn kopf:2kpo lopf:2kpp mopf:2kpq
nopf:2kpr oopf:2kps popf:2kpt qopf:2kpu ropf:2kpv sopf:2kpw topf:2kpx uopf:2kpy vopf:2kpz wopf:2kq0 xopf:2kq1
yopf:2kq2 zopf:2kq3 nvlt:1o bne:1p nvgt:1q fjlig:2u ThickSpace:6e7 nrarrw:6n1 npart:6pu nang:6qo caps:6qx cups:6qy
nvsim:6rg race:6rh acE:6ri nesim:6rm NotEqualTilde:6rm napid:6rv nvap:6rx nbump:6ry NotHumpDownHump:6ry nbumpe:6rz
NotHumpEqual:6rz nedot:6s0 bnequiv:6sh nvle:6sk nvge:6sl nlE:6sm nleqq:6sm ngE:6sn ngeqq:6sn NotGreaterFullEqual:6sn
lvertneqq:6so lvnE:6so gvertneqq:6sp gvnE:6sp nLtv:6sq NotLessLess:6sq nLt:6sq nGtv:6sr NotGreaterGreater:6sr
nGt:6sr NotSucceedsTilde:6tb NotSubset:6te nsubset:6te vnsub:6te NotSuperset:6tf nsupset:6tf vnsup:6tf
varsubsetneq:6tm vsubne:6tm varsupsetneq:6tn vsupne:6tn NotSquareSubset:6tr NotSquareSuperset:6ts sqcaps:6tv
sqcups:6tw nvltrie:6us nvrtrie:6ut nLl:6vs nGg:6vt lesg:6vu gesl:6vv notindot:6wl notinE:6wp nrarrc:84z
NotLeftTriangleBar:89b NotRightTriangleBar:89c ncongdot:8dp napE:8ds nleqslant:8e5 nles:8e5 NotLessSlantEqual:8e5
ngeqslant:8e6 nges:8e6 NotGreaterSlantEqual:8e6 NotNestedLessLess:8f5 NotNestedGreaterGreater:8f6 smtes:8fg
lates:8fh NotPrecedesEqual:8fj npre:8fj npreceq:8fj NotSucceedsEqual:8fk nsce:8fk nsucceq:8fk nsubE:8g5
nsubseteqq:8g5 nsupE:8g6 nsupseteqq:8g6 varsubsetneqq:8gb vsubnE:8gb varsupsetneqq:8gc vsupnE:8gc nparsl:8hp
`

/** Code points that stand for another one, as Windows-1252 had them. */
export const ENTITY_ALIASES: readonly (readonly [number, number])[] = [
  [128, 8364],
  [130, 8218],
  [131, 402],
  [132, 8222],
  [133, 8230],
  [134, 8224],
  [135, 8225],
  [136, 710],
  [137, 8240],
  [138, 352],
  [139, 8249],
  [140, 338],
  [142, 381],
  [145, 8216],
  [146, 8217],
  [147, 8220],
  [148, 8221],
  [149, 8226],
  [150, 8211],
  [151, 8212],
  [152, 732],
  [153, 8482],
  [154, 353],
  [155, 8250],
  [156, 339],
  [158, 382],
  [159, 376],
]

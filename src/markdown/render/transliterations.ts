// Letters and how they sound in ASCII, a script's row by row: the letters, then a sound for each. Letters with accents are not here; they
// lose those by themselves.

export const TRANSLITERATIONS = `
ßæœøđðþłıħŋŧĸſ ss ae oe o d d th l i h ng t k s
ÆŒØĐÐÞŁĦŊŦẞ AE OE O D D Th L H Ng T SS
абвгдеёжзийклмнопрстуфхцчшщъыьэюя a b v g d e io zh z i i k l m n o p r s t u f kh ts ch sh shch ' y ' e iu ia
АБВГДЕЁЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯ A B V G D E Io Zh Z I I K L M N O P R S T U F Kh Ts Ch Sh Shch ' Y ' E Iu Ia
єіїґђѓѕјљњћќўџ ie i yi g dj gj dz j lj nj tsh kj u dzh
ЄІЇҐЂЃЅЈЉЊЋЌЎЏ Ie I Yi G Dj Gj Dz J Lj Nj Tsh Kj U Dzh
αβγδεζηθικλμνξοπρσςτυφχψω a b g d e z e th i k l m n x o p r s s t u ph kh ps o
ΑΒΓΔΕΖΗΘΙΚΛΜΝΞΟΠΡΣΤΥΦΧΨΩ A B G D E Z E Th I K L M N X O P R S T U Ph Kh Ps O
אבגדהוזחטיכךלמםנןסעפףצץקרשת - b g d h v z kh t y k k l m m n n s \` p p ts ts q r sh t
‘’‚“”„–—…•€£¥©®™°«» ' ' , " " , - -- ... * EU PS Y= (c) (r) (tm) deg << >>
`

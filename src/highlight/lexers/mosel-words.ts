// The words of Mosel and of the modules that come with it.

import { longWordSet } from '../grammar.ts'

export const KEYWORDS =
  longWordSet(`and array as boolean break case count counter declarations div do dynamic elif else end evaluation exit
  forall forward from function if imports in include initialisations initializations integer inter
  is_binary is_continuous is_free is_integer is_partint is_semcont is_semint is_sos1 is_sos2 linctr list
  max min mod model mpvar next not of options or package parameters procedure prod public range real
  record repeat requirements set string sum then to union until uses version while with`)

export const CORE_FUNCTIONS =
  longWordSet(`abs arctan assert bitflip bitneg bitset bitshift bittest bitval ceil cos create currentdate currenttime
  cuthead cuttail delcell exists exp exportprob fclose fflush finalize findfirst findlast floor fopen
  fselect fskipline getact getcoeff getcoeffs getdual getfid getfirst getfname gethead getlast getobjval
  getparam getrcost getreadcnt getreverse getsize getslack getsol gettail gettype getvars iseof ishidden
  isodd ln log makesos1 makesos2 maxlist minlist publish random read readln reset reverse round setcoeff
  sethidden setioerr setname setparam setrandseed settype sin splithead splittail sqrt strfmt substr
  timestamp unpublish write writeln`)

export const SOLVER_FUNCTIONS =
  longWordSet(`addmipsol basisstability calcsolinfo clearmipdir clearmodcut command copysoltoinit defdelayedrows
  defsecurevecs estimatemarginals fixglobal getbstat getdualray getiis getiissense getiistype getinfcause
  getinfeas getlb getloadedlinctrs getloadedmpvars getname getprimalray getprobstat getrange getsensrng
  getub implies indicator isiisvalid isintegral loadbasis loadmipsol loadprob maximize minimize postsolve
  readbasis readdirs readsol refinemipsol rejectintsol repairinfeas resetbasis resetiis resetsol savebasis
  savemipsol savesol savestate selectsol setbstat setcallback setcbcutoff setgndata setlb setmipdir
  setmodcut setsol setub setucbdata stopoptimize unloadprob writebasis writedirs writeprob writesol xor`)

export const SYSTEM_FUNCTIONS =
  longWordSet(`addmonths copytext cuttext deltext endswith expandpath fcopy fdelete findfiles findtext fmove
  getasnumber getchar getcwd getdate getday getdaynum getdays getdirsep getendparse getenv getfsize
  getfstat getftime gethour getminute getmonth getmsec getpathsep getqtype getsecond getsepchar getsize
  getstart getsucc getsysinfo getsysstat gettime gettmpdir gettrim getweekday getyear inserttext isvalid
  makedir makepath newtar newzip nextfield openpipe parseextn parseint parsereal parsetext pastetext
  pathmatch pathsplit qsort quote readtextline regmatch regreplace removedir removefiles setchar setdate
  setday setendparse setenv sethour setminute setmonth setmsec setqtype setsecond setsepchar setstart
  setsucc settime settrim setyear sleep startswith system tarlist textfmt tolower toupper trim untar unzip
  ziplist`)

export const JOBS_FUNCTIONS =
  longWordSet(`clearaliases compile connect detach disconnect dropnextevent findxsrvs getaliases getannidents
  getannotations getbanner getclass getexitcode getfromgid getfromid getfromuid getgid gethostalias getid
  getnextevent getnode getrmtid getstatus getuid getvalue isqueueempty load nullevent peeknextevent reset
  resetmodpar run send setcontrol setdefstream setgid sethostalias setmodpar setuid setworkdir stop unload
  wait waitfor`)

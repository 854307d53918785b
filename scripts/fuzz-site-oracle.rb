# The real Jekyll, for fuzz-site.mjs: a line of JSON with a folder and its destination in, a line with the outcome out. Each site is built
# in a child of its own, so that plugins, hooks, the time zone and caches of one never meet another.
require "jekyll"
require "json"
require "timeout"

%w[kramdown kramdown-parser-gfm rouge sassc nokogiri addressable/uri csv].each do |library|
  require library
rescue LoadError
  nil
end

# The order of a file system is nobody's rule.
Dir.singleton_class.prepend(Module.new { def entries(*, **) = super.sort })

def build(test)
  Jekyll.logger.log_level = :error
  options = { "source" => test["source"], "destination" => test["destination"], "quiet" => true, "disable_disk_cache" => true }
  Timeout.timeout(30) { Jekyll::Site.new(Jekyll.configuration(options)).process }
  {}
rescue SystemExit, StandardError, NotImplementedError, SystemStackError, SyntaxError => e
  { "error" => "#{e.class}: #{e.message}"[0, 500].scrub, "at" => e.backtrace&.first(3) }
end

def answer(line)
  from, to = IO.pipe
  child = fork do
    from.close
    $stdout.reopen(File::NULL)
    $stderr.reopen(File::NULL)
    to.write(JSON.generate(build(JSON.parse(line))))
    to.close
    exit!(0)
  end
  to.close
  text = from.read
  Process.wait(child)
  text.empty? ? JSON.generate("error" => "died") : text
end

$stdout.sync = true
$stdin.each_line { |line| puts answer(line) }

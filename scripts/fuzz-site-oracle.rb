# The real Jekyll, for fuzz-site.mjs: a line of JSON with a folder and its destination in, a line with the outcome out. Each site is built
# in a child of its own, so that plugins, hooks, the time zone and caches of one never meet another.
require "jekyll"
require "json"
require "timeout"

# The order of a file system is nobody's rule.
Dir.singleton_class.prepend(Module.new { def entries(*, **) = super.sort })

# Nor is the order in which a Ruby lists the methods of a class: it changes with what was loaded before.
ORDERS = {
  :SiteDrop       => %w[time config data html_pages tags documents related_posts posts static_files collections pages categories],
  :DocumentDrop   => %w[content name title previous id next tags collection url relative_path path date excerpt output categories],
  :ExcerptDrop    => %w[name layout date excerpt content title previous id next tags collection url relative_path path output categories],
  :StaticFileDrop => %w[name collection basename extname modified_time path],
  :CollectionDrop => %w[label files relative_directory docs directory output],
}.freeze
ORDERS.each do |name, order|
  Jekyll::Drops.const_get(name).singleton_class.prepend(Module.new do
    define_method(:getter_method_names) { super().sort_by { |method| order.index(method) || order.size } }
  end)
end

def build(test)
  Jekyll.logger.log_level = :error
  options = { "source" => test["source"], "destination" => test["destination"], "quiet" => true, "disable_disk_cache" => true }
  options["config"] = test["config"] if test["config"]
  Timeout.timeout(30) { Jekyll::Site.new(Jekyll.configuration(options)).process }
  {}
rescue SystemExit, StandardError, NotImplementedError, SystemStackError, SyntaxError => e
  { "error" => "#{e.class}: #{e.message}"[0, 500].scrub, "at" => e.backtrace&.first(8) }
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

# The real readers of data and front matter, for fuzz-data.mjs: a JSON case per line in, a JSON outcome per line out.
require "jekyll"
require "json"
require "timeout"
require "tmpdir"

Jekyll.logger.log_level = :error
FOLDER = Dir.mktmpdir
SITE = Jekyll::Site.new(Jekyll.configuration("source" => FOLDER, "quiet" => true, "skip_config_files" => true, "disable_disk_cache" => true))
READER = Jekyll::DataReader.new(SITE)

def matter(text)
  return nil unless text =~ Jekyll::Document::YAML_FRONT_MATTER_REGEXP
  rest = Regexp.last_match.post_match
  [SafeYAML.load(Regexp.last_match(1)), rest]
end

def outcome(test)
  return { "value" => matter(test["text"]).inspect } if test["kind"] == "matter"
  path = File.join(FOLDER, "file.#{test["kind"]}")
  File.write(path, test["text"])
  { "value" => READER.read_data_file(path).inspect }
rescue StandardError, SyntaxError, SystemStackError => e
  { "error" => "#{e.class}: #{e.message}" }
end

$stdout.sync = true
$stderr.reopen(File::NULL)
$stdin.each_line do |line|
  result = begin
    Timeout.timeout(5) { outcome(JSON.parse(line)) }
  rescue Timeout::Error
    { "error" => "Timeout" }
  end
  puts(begin
    JSON.generate(result)
  rescue StandardError
    JSON.generate("error" => "Unprintable")
  end)
end

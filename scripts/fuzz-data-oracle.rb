# The real readers of data and front matter, for fuzz-data.mjs: a JSON case per line in, a JSON outcome per line out.
require "jekyll"
require_relative "answer-lines"
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

$stderr.reopen(File::NULL)
answer_lines { |test| outcome(test) }

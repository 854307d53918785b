# The real Liquid with Jekyll's filters, for fuzz-liquid.mjs: a JSON case per line in, a JSON outcome per line out.
BARE = ENV["BARE"] == "1"
require BARE ? "liquid" : "jekyll"
require_relative "answer-lines"
require "tmpdir"

INCLUDES = JSON.parse(File.read(ARGV.fetch(0)))
SOURCE = Dir.mktmpdir
Dir.mkdir(File.join(SOURCE, "_includes"))
INCLUDES.each { |name, text| File.write(File.join(SOURCE, "_includes", name), text) }
class Includes
  def read_template_file(name)
    INCLUDES.fetch(name) { raise Liquid::FileSystemError, "No such template '#{name}'" }
  end
end

unless BARE
Jekyll.logger.log_level = :error
CONFIG = Jekyll.configuration(
  "source" => SOURCE, "destination" => File.join(SOURCE, "_site"), "quiet" => true, "skip_config_files" => true,
  "url" => "http://example.org", "baseurl" => "/base", "disable_disk_cache" => true
)
SITE = Jekyll::Site.new(CONFIG)
end

def typed(json)
  case json
  when Array then json.map { |item| typed(item) }
  when Hash
    case json["$type"]
    when "date" then Date.iso8601(json["value"])
    when "time" then (time = Time.parse(json["value"]); json["value"].end_with?("Z") ? time.utc : time)
    when "float" then json["value"].to_f
    else json.transform_values { |item| typed(item) }
    end
  else json
  end
end

def outcome(test)
  Liquid::Template.error_mode = test["mode"].to_sym
  unless BARE
    SITE.filter_cache.clear
    SITE.inclusions.clear
    SITE.liquid_renderer.reset
  end
  template = Liquid::Template.parse(test["template"], :line_numbers => true)
  output = template.render!(
    typed(test["data"]),
    :registers => BARE ? { :file_system => Includes.new } : { :site => SITE, :page => {} }, :strict_filters => test["strict"], :strict_variables => test["strict"]
  )
  { "output" => output, "warnings" => template.warnings.map(&:message) }
rescue StandardError, SyntaxError, SystemStackError => e
  { "error" => "#{e.class}: #{e.message}".gsub("#{SOURCE}/", "") }
end

answer_lines { |test| outcome(test) }

# A JSON question per line in, a JSON outcome per line out: the block answers one, and has five seconds for it.
require "json"
require "timeout"

def answer_lines
  $stdout.sync = true
  $stdin.each_line do |line|
    result = begin
      Timeout.timeout(5) { yield JSON.parse(line) }
    rescue Timeout::Error
      { "error" => "Timeout" }
    end
    text = begin
      JSON.generate(result)
    rescue StandardError
      JSON.generate("error" => "Unprintable")
    end
    puts text
  end
end

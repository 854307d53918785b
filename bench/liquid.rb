# Ruby's side of bench/liquid.mjs: renders the pages of a site with Jekyll's Liquid, and prints what it took.
#
#   ruby bench/liquid.rb SITE SAMPLE   =>   {"nav": microseconds per page, "plain": ..., "output": the text of page 7, or of the last}
#
# As in a build that is warm: everything is read and parsed before the clock runs.
begin
  require 'jekyll'
  require 'json'
rescue LoadError
  exit 3
end

source, sample = ARGV
Jekyll.logger.log_level = :error
site = Jekyll::Site.new(Jekyll.configuration('source' => source, 'quiet' => true, 'disable_disk_cache' => true))
site.reset
site.read
pages = site.pages.sort_by { |page| page.data['index'] }
payload = site.site_payload
layout = site.liquid_renderer.file('layout').parse(site.layouts['plain'].content)
templates = pages.to_h { |page| [page, site.liquid_renderer.file(page.relative_path).parse(page.content)] }

render = lambda do |template, page, content|
  payload['page'] = page.to_liquid
  payload['content'] = content
  template.render!(payload, registers: { site: site, page: payload['page'] })
end

measure = lambda do |&body|
  chosen = pages.each_slice([pages.size / Integer(sample), 1].max).map(&:first)
  times = Array.new(3) do
    start = Process.clock_gettime(Process::CLOCK_MONOTONIC)
    chosen.each(&body)
    (Process.clock_gettime(Process::CLOCK_MONOTONIC) - start) * 1_000_000 / chosen.size
  end
  times.drop(1).min
end

nav = measure.call { |page| render.call(templates[page], page, nil) }
plain = measure.call { |page| 20.times { render.call(layout, page, '<p>Text</p>') } } / 20
shown = pages[7] || pages.last
puts JSON.generate('nav' => nav, 'plain' => plain, 'output' => render.call(templates[shown], shown, nil))

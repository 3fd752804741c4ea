// Runs before the first paint: the chosen colours and language stand from the start, so nothing flashes or jumps.
(function () {
  var root = document.documentElement;
  var read = function (key) {
    try {
      return localStorage.getItem(key);
    } catch {
      return null; // storage is off in some private windows; the defaults do
    }
  };
  var scheme = read('tongxing.scheme');
  var dark = scheme === 'dark' || (scheme !== 'light' && matchMedia('(prefers-color-scheme: dark)').matches);
  root.setAttribute('data-mantine-color-scheme', dark ? 'dark' : 'light');
  if (read('tongxing.text') === 'large') root.setAttribute('data-text', 'large');
  root.lang = read('tongxing.locale') === 'en' ? 'en' : 'zh-CN';
})();

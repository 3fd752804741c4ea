// Runs before the first paint: the chosen colours and language stand from the start, so nothing flashes or jumps; and
// what the first page will ask is asked now, while its script is still on the way.
(function () {
  var root = document.documentElement;
  var read = function (key) {
    try {
      return localStorage.getItem(key);
    } catch {
      return null; // storage is off in some private windows; the defaults do
    }
  };
  var words = function (name) {
    var meta = document.querySelector('meta[name="' + name + '"]');
    var content = meta ? meta.content : '';
    return content ? content.split(' ') : [];
  };
  var scheme = read('tongxing.scheme');
  var dark = scheme === 'dark' || (scheme !== 'light' && matchMedia('(prefers-color-scheme: dark)').matches);
  root.setAttribute('data-mantine-color-scheme', dark ? 'dark' : 'light');
  if (read('tongxing.text') === 'large') root.setAttribute('data-text', 'large');
  root.lang = read('tongxing.locale') === 'en' ? 'en' : 'zh-CN';

  // The client takes each answer once (app/graphql/first-answers.ts).
  var answers = {};
  words('first-questions').forEach(function (id) {
    answers[id] = fetch('/graphql', {
      method: 'POST',
      credentials: 'same-origin',
      headers: { 'content-type': 'application/json', 'x-tongxing-client': 'web' },
      body: JSON.stringify({ documentId: id, variables: {} }),
    });
    answers[id].catch(function () {}); // whoever takes it asks again
  });
  window.tongxingFirstAnswers = answers;

  if (root.lang === 'en') {
    words('first-english').forEach(function (href) {
      var link = document.createElement('link');
      link.rel = 'modulepreload';
      link.crossOrigin = 'anonymous';
      link.href = href;
      document.head.appendChild(link);
    });
  }
})();

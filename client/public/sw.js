// Keeps the frame of the phone pages on this device, so that a worry can be written down where there is no line. Files of the
// build alone: no answer of the server, no paper, nothing of anybody. client/build/shell-plugin.ts writes the list.
importScripts('/shell-files.js');

var NAME = 'tongxing-shell-';
var shell = self.tongxingShell;
var current = NAME + shell.version;
var files = new Set(shell.files);
// The desk works with a line; the others answer for themselves.
var NOT_OURS = /^\/(agency|graphql|files|g|inbox|healthz|readyz|metrics|assets)(\/|$)/;

self.addEventListener('install', function (event) {
  event.waitUntil(
    caches
      .open(current)
      .then(function (cache) {
        // Without a cookie: the page as somebody gets it who was never here.
        var page = new Request(shell.page, { credentials: 'omit', headers: { accept: 'text/html' } });
        return Promise.all([
          cache.addAll(shell.files),
          fetch(page).then(function (answer) {
            if (!answer.ok) throw new Error('the shell is not there');
            return cache.put(shell.page, answer);
          }),
        ]);
      })
      .then(function () {
        return self.skipWaiting();
      }),
  );
});

self.addEventListener('activate', function (event) {
  event.waitUntil(
    caches
      .keys()
      .then(function (names) {
        var old = names.filter(function (name) {
          return name.startsWith(NAME) && name !== current;
        });
        return Promise.all(
          old.map(function (name) {
            return caches.delete(name);
          }),
        );
      })
      .then(function () {
        return self.clients.claim();
      }),
  );
});

self.addEventListener('fetch', function (event) {
  var request = event.request;
  var url = new URL(request.url);
  if (request.method !== 'GET' || url.origin !== self.location.origin) return;
  if (request.mode === 'navigate' && !NOT_OURS.test(url.pathname)) {
    // The line first: a page from here stands in only where there is none.
    event.respondWith(
      fetch(request).catch(function (fault) {
        return kept(shell.page).then(function (page) {
          if (page) return page;
          throw fault;
        });
      }),
    );
  } else if (files.has(url.pathname)) {
    event.respondWith(url.pathname.startsWith('/assets/') ? fromHere(request) : fromThere(request));
  }
});

// Its name says what is in it: what is kept is what would come.
function fromHere(request) {
  return kept(new URL(request.url).pathname).then(function (file) {
    return file || fetch(request);
  });
}

// The same name in every build: of two builds the newer one counts.
function fromThere(request) {
  return fetch(request).catch(function (fault) {
    return kept(new URL(request.url).pathname).then(function (file) {
      if (file) return file;
      throw fault;
    });
  });
}

function kept(path) {
  return caches.open(current).then(function (cache) {
    return cache.match(path);
  });
}

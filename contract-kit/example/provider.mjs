// A provider of the OFAuth Access API in one page, and the handler of its states: for a mock in any language.
// It is written from the documentation alone.
//   node provider.mjs [PORT]
//   java -jar ofauth-access-contract-VERSION-all.jar verify --strict \
//     --base-url http://127.0.0.1:8080 --state-url http://127.0.0.1:8080/_state
import { createServer } from 'node:http';

const API_KEY = 'sk_sandbox_pact';
const CONNECTION = 'conn_pact';
const NOW = '2024-01-15T10:30:00Z';
const URL_OF_FILE = 'https://cdn.example.com/a';

// ---- items -----------------------------------------------------------------------------------------------------

const source = { url: URL_OF_FILE, width: 640, height: 360, type: 'video/mp4' };
const picture = { url: URL_OF_FILE, width: 300, height: 300, size: 1000 };

const medium = (type) => ({ id: 1, type, convertedToVideo: false, hasError: false, isReady: true });

const fullMedium = () => ({
  ...medium('video'),
  canView: true,
  createdAt: NOW,
  releaseForms: [
    {
      id: 3, name: 'form', partnerSource: 'user', type: 'co_author',
      user: {
        view: 's', id: 4, name: 'Kim', username: 'kim', isVerified: true, avatar: URL_OF_FILE,
        avatarThumbs: { c50: URL_OF_FILE, c144: URL_OF_FILE }, ivStatus: 'approved', isFromGuest: false,
      },
    },
  ],
  duration: 12,
  hasCustomPreview: false,
  videoSources: { 240: URL_OF_FILE, 720: URL_OF_FILE },
  files: {
    full: { url: URL_OF_FILE, sources: [source], width: 640, height: 360, size: 5000000000 },
    thumb: picture,
    preview: { ...picture, options: [source] },
    squarePreview: picture,
  },
});

const fullMessage = (id) => ({
  id, text: 'hello', fromUser: { id: 5, _view: 's' }, media: [fullMedium()], previews: [1], isMediaReady: true,
  mediaCount: 1, lockedText: false, responseType: 'message', giphyId: 'g', isFree: true, isTip: false,
  isReportedByMe: false, isCouplePeopleMedia: false, queueId: 0, isMarkdownDisabled: false,
  releaseForms: 'none', isFromQueue: false, canUnsendQueue: false, unsendSecondsQueue: 0, isOpened: true,
  isNew: false, createdAt: NOW, changedAt: NOW, cancelSeconds: 0, isLiked: false, canPurchase: false,
  canPurchaseReason: 'free', canReport: true, canBePinned: true, isPinned: false,
});

const kinds = {
  chats: {
    required: (i) => ({ withUser: { id: 100 + i } }),
    all: (i) => ({
      withUser: { id: 100 + i, _view: 's' }, canNotSendReason: 'blocked', canSendMessage: false,
      canGoToProfile: true, unreadMessagesCount: 1, hasUnreadTips: false, isMutedNotifications: false,
      lastMessage: fullMessage(1000 - i), lastReadMessageId: 1, hasPurchasedFeed: false, countPinnedMessages: 0,
    }),
    withMedium: (i, type) => ({ withUser: { id: 100 + i }, lastMessage: { id: 1, media: [medium(type)] } }),
  },
  'mass-messages': {
    required: (i) => ({ id: 1000 - i }),
    all: (i) => ({
      ...fullMessage(1000 - i), date: NOW, textCropped: 'he', sentCount: 1, viewedCount: 1, canUnsend: true,
      unsendSeconds: 60, isCanceled: false, mediaTypes: { video: 1, photo: 0, gif: 0, audio: 0 }, hasError: false,
      price: 9.99, purchasedCount: 0, canSendMessageToBuyers: false,
    }),
    withMedium: (i, type) => ({ id: 1000 - i, media: [medium(type)] }),
  },
};

// ---- states ----------------------------------------------------------------------------------------------------

let error; // what every call is answered with
let lists; // items by endpoint and status
let matches; // what the chat that fits every filter fits

/** An account without a state: three chats, each of its own day, the first unread, the second by a tipper. */
const someChat = (i) => ({
  withUser: { id: 100 + i },
  unreadMessagesCount: i === 0 ? 1 : 0,
  lastMessage: { id: 1000 - i, createdAt: `2024-01-${20 - i}T10:30:00Z` },
});
const filters = {
  unread: (chat) => chat.unreadMessagesCount > 0,
  who_tipped: (chat) => chat.withUser.id === 101,
  priority: (chat) => chat.withUser.id === 102,
};

function setState({ params = {} }) {
  error = undefined;
  matches = undefined;
  lists = {
    chats: [0, 1, 2].map(someChat),
    'mass-messages sent': [0, 1].map(kinds['mass-messages'].required),
    'mass-messages scheduled': [kinds['mass-messages'].required(2)],
  };
  if (params.dialect) {
    error = params;
  } else if (params.endpoint) {
    const kind = kinds[params.endpoint];
    const make = kind[params.fields] ?? kind.required;
    const item = params.mediaType ? (i) => kind.withMedium(i, params.mediaType) : make;
    const name = params.type ? `${params.endpoint} ${params.type}` : params.endpoint;
    lists[name] = Array.from({ length: params.count }, (_, i) => item(i));
    if (params.for === 'every filter') {
      matches = { query: params.text, userListId: String(params.userListId) };
    }
  }
}

// ---- answers ---------------------------------------------------------------------------------------------------

function errorBody({ dialect, errorType, errorCode }) {
  switch (dialect) {
    case 'older': return { error: 'It failed.', code: errorCode ?? 'FAILED', details: ['any', 'thing'] };
    case 'message': return { message: 'It failed.', code: errorCode ?? 'FAILED' };
    default: return { error: 'It failed.', type: errorType ?? 'FAILED', requestId: 'req_1' };
  }
}

function page(all, query) {
  const from = Number(query.get('offset') ?? 0);
  const list = all.slice(from, from + Number(query.get('limit') ?? 10));
  return { list, hasMore: from + list.length < all.length };
}

function chats(query) {
  if (matches) {
    const fits = Object.entries(matches).every(([name, value]) => (query.get(name) ?? value) === value);
    return fits ? lists.chats : [];
  }
  const filtered = lists.chats.filter(filters[query.get('filter')] ?? (() => true));
  return query.get('order') === 'old' ? filtered.reverse() : filtered;
}

function answer(url, headers) {
  if (headers.apikey !== API_KEY) {
    return [401, errorBody(error ?? { errorType: 'UNAUTHORIZED' })];
  }
  if (headers['x-connection-id'] !== CONNECTION) {
    return [401, errorBody({ errorType: 'SESSION_NOT_PROVIDED' })];
  }
  if (error) {
    return [error.status, errorBody(error)];
  }
  switch (url.pathname) {
    case '/v2/access/chats': return [200, page(chats(url.searchParams), url.searchParams)];
    case '/v2/access/mass-messages': {
      const status = url.searchParams.get('type') ?? 'sent';
      return [200, page(lists[`mass-messages ${status}`] ?? [], url.searchParams)];
    }
    default: return [404, errorBody({ errorType: 'ROUTE_NOT_FOUND' })];
  }
}

setState({});
const server = createServer((request, response) => {
  const url = new URL(request.url, 'http://localhost');
  let body = '';
  request.on('data', (part) => { body += part; });
  request.on('end', () => {
    if (url.pathname === '/_state') {
      setState(JSON.parse(body));
      response.writeHead(204).end();
      return;
    }
    const [status, json] = answer(url, request.headers);
    const limits = { 'X-RateLimit-Limit': 90, 'X-RateLimit-Remaining': 60, 'X-RateLimit-Reset': 60 };
    response.writeHead(status, { 'Content-Type': 'application/json', ...limits }).end(JSON.stringify(json));
  });
});
server.listen(Number(process.argv[2] ?? 8080), '127.0.0.1', () => {
  console.log(`http://127.0.0.1:${server.address().port}`);
});

package com.ofauth.access.testing;

/** Changes the answer to one request. */
interface ReplyEffect {
  Reply apply(Reply reply, RequestContext context);
}

package com.ofauth.access.testing.internal.exchange;

/** Changes the answer to one request. */
public interface ReplyEffect {
  Reply apply(Reply reply, RequestContext context);
}

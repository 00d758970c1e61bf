package com.ofauth.access.testing.internal.service;

import com.ofauth.access.testing.internal.exchange.PageBody;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What the rules of the service ask of one connected account. */
public interface Account {

  /** Takes a token for one request, if there is one. */
  RateDecision takeToken(Instant now, Instant serverTime);

  /** The error for an account whose session or permission does not allow the request, or null. */
  @Nullable ApiError refusal();

  PageBody chats(ChatSelection selection, PageBody.Asked asked);

  /** A page of the mass messages of one type: sent, unsent or scheduled. */
  PageBody massMessages(String type, PageBody.Asked asked);
}

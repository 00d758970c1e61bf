package com.ofauth.access;

/** Why a call waits before it goes on. */
public enum WaitReason {
  /** The connection's rate limit leaves no room for a request yet. */
  RATE_LIMIT,

  /** A failed attempt is to be followed by another one. */
  RETRY
}

package com.ofauth.access;

/** Why a call waits. */
public enum WaitReason {
  /** The rate limit of the connection permits no request yet. */
  RATE_LIMIT,

  /** The call waits before it retries a failed attempt. */
  RETRY
}

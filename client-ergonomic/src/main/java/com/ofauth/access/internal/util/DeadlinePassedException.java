package com.ofauth.access.internal.util;

import java.io.InterruptedIOException;

/** The deadline of a call has passed while its body was decoded. */
public final class DeadlinePassedException extends InterruptedIOException {
  private static final long serialVersionUID = 1L;
}

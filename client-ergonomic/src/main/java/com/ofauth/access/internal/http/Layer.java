package com.ofauth.access.internal.http;

import com.ofauth.access.OfAuthListener;

/** One layer of the HTTP stack. {@link HttpStack} puts the layers together. */
public interface Layer {
  <R> ApiResponse<R> send(ApiRequest<R> request);

  /** The listener for pages, which are read above the stack. */
  default OfAuthListener listener() {
    return CompositeListener.NONE;
  }
}

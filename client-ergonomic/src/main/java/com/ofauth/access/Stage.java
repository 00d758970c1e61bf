package com.ofauth.access;

/** One layer of the HTTP stack. {@link HttpStack} puts the layers together. */
interface Stage {
  <R> ApiResponse<R> send(ApiRequest<R> request);
}

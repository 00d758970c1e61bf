package com.ofauth.access;

import okhttp3.Headers;
import okio.ByteString;

/** A decoded success response, with all of it that a user may want to see. */
record ApiResponse<R>(R body, int status, Headers headers, ByteString raw) {}

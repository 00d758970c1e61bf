package com.ofauth.access;

/**
 * Where a page starts and how many items it may hold: what changes from request to request of a
 * walk.
 */
record Position(long offset, int limit) {}

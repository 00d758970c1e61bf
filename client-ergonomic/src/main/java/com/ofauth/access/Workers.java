package com.ofauth.access;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * The threads of a client: made when work comes, gone when it is done, and never in the way of a
 * JVM that wants to end.
 */
final class Workers {
  private Workers() {}

  static ExecutorService create() {
    return Executors.newCachedThreadPool(
        task -> {
          Thread thread = new Thread(task, "ofauth-access-worker");
          thread.setDaemon(true);
          return thread;
        });
  }
}

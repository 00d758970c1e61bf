package com.ofauth.access.contract.kit;

import java.time.Duration;

/** Waits, which tests do without. */
@FunctionalInterface
interface Waiting {
  Waiting REAL = time -> Thread.sleep(time.toMillis());

  void sleep(Duration time) throws InterruptedException;
}

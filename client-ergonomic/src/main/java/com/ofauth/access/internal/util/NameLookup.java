package com.ofauth.access.internal.util;

import java.io.InterruptedIOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import okhttp3.Dns;
import org.jspecify.annotations.Nullable;

/**
 * Looks up host names on a thread of its own, because the JDK's lookup can neither be interrupted
 * nor end in time. Calls that ask for the same name at the same time share one lookup.
 */
public final class NameLookup implements Dns {
  private final Dns dns;
  private final Executor threads;
  private final ConcurrentMap<String, FutureTask<List<InetAddress>>> running =
      new ConcurrentHashMap<>();
  private final ThreadLocal<@Nullable Long> latest = new ThreadLocal<>();

  public NameLookup(Dns dns, Executor threads) {
    this.dns = dns;
    this.threads = threads;
  }

  /** Sets the time, by {@link System#nanoTime()}, at which lookups of the current thread end. */
  public void endAt(long nanoTime) {
    latest.set(nanoTime);
  }

  /** Lookups of the current thread take as long as they take. */
  public void endAnyTime() {
    latest.remove();
  }

  @Override
  public List<InetAddress> lookup(String hostname) throws UnknownHostException {
    if (isLiteral(hostname)) {
      return dns.lookup(hostname);
    }
    FutureTask<List<InetAddress>> lookup = share(hostname);
    Long end = latest.get();
    try {
      return end == null ? lookup.get() : lookup.get(end - System.nanoTime(), TimeUnit.NANOSECONDS);
    } catch (ExecutionException e) {
      throw because("The lookup of " + hostname + " failed", e.getCause());
    } catch (TimeoutException e) {
      throw because("The lookup of " + hostname + " did not end in time", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw because("The lookup of " + hostname + " was interrupted", new InterruptedIOException());
    }
  }

  private FutureTask<List<InetAddress>> share(String hostname) {
    FutureTask<List<InetAddress>> own = new FutureTask<>(() -> dns.lookup(hostname));
    FutureTask<List<InetAddress>> other = running.putIfAbsent(hostname, own);
    if (other != null) {
      return other;
    }
    threads.execute(
        () -> {
          own.run();
          running.remove(hostname, own);
        });
    return own;
  }

  private static UnknownHostException because(String message, @Nullable Throwable cause) {
    if (cause instanceof UnknownHostException unknown) {
      return unknown;
    }
    UnknownHostException failure = new UnknownHostException(message);
    failure.initCause(cause);
    return failure;
  }

  /** An address needs no lookup. */
  private static boolean isLiteral(String hostname) {
    for (int i = 0; i < hostname.length(); i++) {
      char c = hostname.charAt(i);
      if (c == ':') {
        return true;
      }
      if (c != '.' && (c < '0' || c > '9')) {
        return false;
      }
    }
    return true;
  }
}

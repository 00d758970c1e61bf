package com.ofauth.access.internal.http;

import com.ofauth.access.CallInfo;
import com.ofauth.access.CallOutcome;
import com.ofauth.access.OfAuthException;
import com.ofauth.access.OfAuthListener;
import com.ofauth.access.WaitReason;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;

/** Gathers all that comes out of a client: log lines at every level, events, exceptions, names. */
final class LeakRecorder extends Handler implements OfAuthListener, AutoCloseable {
  // Held, or the logging framework would forget their levels.
  private static final List<Logger> LOGGERS =
      List.of(
          Logger.getLogger("com.ofauth"),
          Logger.getLogger("okhttp3"),
          Logger.getLogger("okhttp3.OkHttpClient"),
          Logger.getLogger("okhttp3.internal.http2.Http2"));

  private final Queue<String> lines = new ConcurrentLinkedQueue<>();

  LeakRecorder() {
    setLevel(Level.ALL);
    setFormatter(new SimpleFormatter());
    for (Logger logger : LOGGERS) {
      logger.setLevel(Level.ALL);
      logger.setUseParentHandlers(false);
      logger.addHandler(this);
    }
  }

  void add(String text) {
    lines.add(text);
  }

  void add(OfAuthException e) {
    StringWriter text = new StringWriter();
    e.printStackTrace(new PrintWriter(text, /* autoFlush= */ true));
    add(text.toString());
    add(e + " " + e.bodyExcerpt() + " " + e.headers() + " " + e.errorType() + e.checkpoint());
    Thread.getAllStackTraces().keySet().forEach(thread -> add(thread.getName()));
  }

  String text() {
    return String.join("\n", lines);
  }

  @Override
  public void publish(LogRecord event) {
    add(getFormatter().format(event));
  }

  @Override
  public void flush() {}

  @Override
  public void close() {
    LOGGERS.forEach(logger -> logger.removeHandler(this));
  }

  @Override
  public void onRequest(CallInfo call) {
    add("request " + call);
  }

  @Override
  public void onAttempt(CallInfo call, CallOutcome outcome) {
    add("attempt " + outcome + " " + outcome.headers());
  }

  @Override
  public void onWait(CallInfo call, WaitReason reason, Duration wait) {
    add("wait " + reason + " " + wait);
  }

  @Override
  public void onRetry(CallInfo call, int nextAttempt, OfAuthException failure) {
    add("retry " + nextAttempt + " " + failure);
  }

  @Override
  public void onPage(CallInfo call, long offset, int items, boolean hasMore) {
    add("page " + offset + " " + items + " " + hasMore);
  }

  @Override
  public void onEnd(CallInfo call, CallOutcome outcome) {
    add("end " + outcome);
  }
}

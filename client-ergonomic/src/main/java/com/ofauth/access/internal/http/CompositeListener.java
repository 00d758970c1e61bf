package com.ofauth.access.internal.http;

import com.ofauth.access.CallInfo;
import com.ofauth.access.CallOutcome;
import com.ofauth.access.OfAuthException;
import com.ofauth.access.OfAuthListener;
import com.ofauth.access.WaitReason;
import com.ofauth.access.decoding.UndecodableItem;
import com.ofauth.access.model.Deviation;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** All listeners of a client as one. No listener can fail a call. */
public final class CompositeListener implements OfAuthListener {
  private static final Logger LOG = LoggerFactory.getLogger(CompositeListener.class);

  static final CompositeListener NONE = new CompositeListener(List.of());

  private final List<OfAuthListener> listeners;

  public CompositeListener(List<OfAuthListener> listeners) {
    this.listeners = List.copyOf(listeners);
  }

  @Override
  public void onRequest(CallInfo call) {
    if (isHeard()) {
      each(listener -> listener.onRequest(call));
    }
  }

  @Override
  public void onAttempt(CallInfo call, CallOutcome outcome) {
    if (isHeard()) {
      each(listener -> listener.onAttempt(call, outcome));
    }
  }

  @Override
  public void onWait(CallInfo call, WaitReason reason, Duration wait) {
    if (isHeard()) {
      each(listener -> listener.onWait(call, reason, wait));
    }
  }

  @Override
  public void onRetry(CallInfo call, int nextAttempt, OfAuthException failure) {
    if (isHeard()) {
      each(listener -> listener.onRetry(call, nextAttempt, failure));
    }
  }

  @Override
  public void onPage(CallInfo call, long offset, int items, boolean hasMore) {
    if (isHeard()) {
      each(listener -> listener.onPage(call, offset, items, hasMore));
    }
  }

  @Override
  public void onDeviation(CallInfo call, Deviation deviation) {
    if (isHeard()) {
      each(listener -> listener.onDeviation(call, deviation));
    }
  }

  @Override
  public void onUndecodableItem(CallInfo call, UndecodableItem item) {
    if (isHeard()) {
      each(listener -> listener.onUndecodableItem(call, item));
    }
  }

  @Override
  public void onEnd(CallInfo call, CallOutcome outcome) {
    if (isHeard()) {
      each(listener -> listener.onEnd(call, outcome));
    }
  }

  /** Whether anybody listens: the log does by default, but most often is off. */
  private boolean isHeard() {
    for (OfAuthListener listener : listeners) {
      if (!(listener instanceof LogListener log) || log.isOn()) {
        return true;
      }
    }
    return false;
  }

  private void each(Consumer<OfAuthListener> event) {
    for (OfAuthListener listener : listeners) {
      try {
        event.accept(listener);
      } catch (Throwable e) {
        // An Error too: a bridge to a library in another version than it was built for throws one.
        LOG.warn("A listener of the OFAuth client failed; the call goes on", e);
      }
    }
  }
}

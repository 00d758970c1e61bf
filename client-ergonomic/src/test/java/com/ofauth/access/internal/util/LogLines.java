package com.ofauth.access.internal.util;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/** What the SDK logs, as it is before its arguments are put in, until it is closed. */
public final class LogLines extends Handler implements AutoCloseable {
  private static final Logger LOGGER = Logger.getLogger("com.ofauth.access");

  private final List<LogRecord> records = new CopyOnWriteArrayList<>();

  private LogLines() {}

  public static LogLines record() {
    LogLines lines = new LogLines();
    LOGGER.addHandler(lines);
    return lines;
  }

  @Override
  public void publish(LogRecord record) {
    records.add(record);
  }

  public List<String> lines(Level level) {
    return records.stream()
        .filter(record -> record.getLevel().equals(level))
        .map(LogRecord::getMessage)
        .toList();
  }

  public void clear() {
    records.clear();
  }

  @Override
  public void flush() {}

  @Override
  public void close() {
    LOGGER.removeHandler(this);
  }
}

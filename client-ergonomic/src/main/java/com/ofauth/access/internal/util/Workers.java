package com.ofauth.access.internal.util;

import java.lang.reflect.InvocationTargetException;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** The threads of a client: created for a task, ended after it. They do not keep the JVM alive. */
public final class Workers implements Executor, AutoCloseable {
  private static final long IDLE_SECONDS = 5;

  private final ExecutorService threads;

  private Workers(ExecutorService threads) {
    this.threads = threads;
  }

  /** Virtual threads if the JVM has them, since the tasks mostly wait; else daemon threads. */
  public static Workers create() {
    return new Workers(virtualOrDaemon("ofauth-access-worker"));
  }

  @Override
  public void execute(Runnable task) {
    try {
      threads.execute(task);
    } catch (RejectedExecutionException e) {
      throw new IllegalStateException("The OFAuth client is closed", e);
    }
  }

  /** Accepts no further task; running tasks complete. */
  @Override
  public void close() {
    threads.shutdown();
  }

  /** Daemon threads that end after some idle seconds. */
  public static ThreadPoolExecutor daemons(String name) {
    return new ThreadPoolExecutor(
        0,
        Integer.MAX_VALUE,
        IDLE_SECONDS,
        TimeUnit.SECONDS,
        new SynchronousQueue<>(),
        task -> daemon(task, name));
  }

  private static Thread daemon(Runnable task, String name) {
    Thread thread = new Thread(task, name);
    thread.setDaemon(true);
    return thread;
  }

  private static ExecutorService virtualOrDaemon(String name) {
    try {
      // Since Java 21, by reflection, since the SDK is compiled for 17.
      Object builder = Thread.class.getMethod("ofVirtual").invoke(null);
      Class<?> type = Class.forName("java.lang.Thread$Builder");
      type.getMethod("name", String.class).invoke(builder, name);
      ThreadFactory factory = (ThreadFactory) type.getMethod("factory").invoke(builder);
      return (ExecutorService)
          Executors.class
              .getMethod("newThreadPerTaskExecutor", ThreadFactory.class)
              .invoke(null, factory);
    } catch (ClassNotFoundException
        | NoSuchMethodException
        | IllegalAccessException
        | InvocationTargetException
        | UnsupportedOperationException e) {
      return daemons(name);
    }
  }
}

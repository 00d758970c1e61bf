package com.ofauth.access.internal.util;

import java.lang.reflect.InvocationTargetException;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The threads of a client: created for a task, ended after it. They do not keep the JVM alive.
 * Virtual threads if the JVM has them, since the tasks mostly wait; else daemon threads.
 */
public final class Workers implements Executor, AutoCloseable {
  private static final long IDLE_SECONDS = 5;

  private final ExecutorService threads;

  private Workers(ExecutorService threads) {
    this.threads = threads;
  }

  /** Threads for walks. */
  public static Workers create() {
    return new Workers(service("ofauth-access-worker", /* silent= */ false));
  }

  /** Threads whose failures are told to somebody else: on stderr they would only be noise. */
  public static Workers silent(String name) {
    return new Workers(service(name, /* silent= */ true));
  }

  /** Daemon threads for what would hold the carrier of a virtual thread. */
  public static Executor daemons(String name) {
    return pool(new Daemons(name));
  }

  /** One daemon thread for tasks that are mostly cancelled before their time comes. */
  public static ScheduledThreadPoolExecutor timer(String name) {
    ScheduledThreadPoolExecutor timer = new ScheduledThreadPoolExecutor(1, new Daemons(name));
    timer.setRemoveOnCancelPolicy(true);
    timer.setKeepAliveTime(IDLE_SECONDS, TimeUnit.SECONDS);
    timer.allowCoreThreadTimeOut(true);
    return timer;
  }

  @Override
  public void execute(Runnable task) {
    try {
      threads.execute(task);
    } catch (RejectedExecutionException e) {
      throw new IllegalStateException("The OFAuth client is closed", e);
    }
  }

  public ExecutorService service() {
    return threads;
  }

  /** Ends threads that wait for a task. */
  public void releaseIdle() {
    if (threads instanceof ThreadPoolExecutor pool) {
      pool.setKeepAliveTime(1, TimeUnit.MILLISECONDS);
    }
  }

  /** Accepts no further task; running tasks complete. */
  @Override
  public void close() {
    threads.shutdown();
  }

  private static ThreadPoolExecutor pool(ThreadFactory threads) {
    return new ThreadPoolExecutor(
        0, Integer.MAX_VALUE, IDLE_SECONDS, TimeUnit.SECONDS, new SynchronousQueue<>(), threads);
  }

  private record Daemons(String name) implements ThreadFactory {
    @Override
    public Thread newThread(Runnable task) {
      Thread thread = new Thread(task, name);
      thread.setDaemon(true);
      return thread;
    }
  }

  private static ExecutorService service(String name, boolean silent) {
    ThreadFactory virtual = virtual(name);
    ThreadFactory threads = virtual == null ? new Daemons(name) : virtual;
    ThreadFactory wanted = silent ? task -> silenced(threads.newThread(task)) : threads;
    return virtual == null ? pool(wanted) : threadPerTask(wanted);
  }

  private static Thread silenced(Thread thread) {
    thread.setUncaughtExceptionHandler((dying, e) -> {});
    return thread;
  }

  /** Since Java 21, by reflection, since the SDK is compiled for 17. */
  private static @Nullable ThreadFactory virtual(String name) {
    try {
      Object builder = Thread.class.getMethod("ofVirtual").invoke(null);
      Class<?> type = Class.forName("java.lang.Thread$Builder");
      type.getMethod("name", String.class).invoke(builder, name);
      return (ThreadFactory) type.getMethod("factory").invoke(builder);
    } catch (ClassNotFoundException
        | NoSuchMethodException
        | IllegalAccessException
        | InvocationTargetException
        | UnsupportedOperationException e) {
      return null;
    }
  }

  private static ExecutorService threadPerTask(ThreadFactory threads) {
    try {
      return (ExecutorService)
          Executors.class
              .getMethod("newThreadPerTaskExecutor", ThreadFactory.class)
              .invoke(null, threads);
    } catch (NoSuchMethodException | IllegalAccessException | InvocationTargetException e) {
      throw new IllegalStateException("A JVM with virtual threads has an executor for them", e);
    }
  }
}

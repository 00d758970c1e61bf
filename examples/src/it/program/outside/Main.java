package outside;

/** The test runs this: a line with the class path or module path, then the README's program. */
public final class Main {
  private Main() {}

  public static void main(String[] args) {
    System.out.println(
        System.getProperty("jdk.module.path", System.getProperty("java.class.path")));
    ReadmeProgram.main(args);
  }
}

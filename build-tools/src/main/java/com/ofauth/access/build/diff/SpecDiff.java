package com.ofauth.access.build.diff;

import com.ofauth.access.build.spec.FileName;
import com.ofauth.access.build.spec.Nodes;
import com.ofauth.access.build.spec.SpecDocument;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.yaml.snakeyaml.nodes.Node;

/**
 * Tells what changed between two versions of the document, classified for those who use the API.
 *
 * <p>The build runs it behind the lint, as {@code SpecDiff openapi/baseline/ofauth-access.yaml
 * openapi/ofauth-access.yaml}: it prints, and never fails. Whether a change is allowed is the
 * business of the gates.
 */
public final class SpecDiff {
  private SpecDiff() {}

  /**
   * Compares two files and prints the changes.
   *
   * @param args the paths of the old and the new document
   * @throws IOException when one can not be read
   */
  public static void main(String[] args) throws IOException {
    if (args.length != 2) {
      throw new IllegalArgumentException(
          "Give two arguments, the paths of the old and the new document; there are "
              + args.length);
    }
    run(Path.of(args[0]), Path.of(args[1]), System.out);
  }

  static void run(Path was, Path is, PrintStream out) throws IOException {
    List<SpecChange> changes = between(was, is);
    if (!changes.isEmpty()) {
      out.println("Changes of the spec since the baseline:");
      changes.forEach(change -> out.println("  " + change));
    }
  }

  /**
   * Compares two files. Messages name them by their place in the repository.
   *
   * @param was the old document
   * @param is the new document
   * @return the changes, gravest first
   * @throws IOException when one can not be read
   */
  public static List<SpecChange> between(Path was, Path is) throws IOException {
    Path newFile = is.toAbsolutePath().normalize();
    Path folder = Objects.requireNonNull(newFile.getParent(), "folder");
    String oldName =
        folder.getFileName() + "/" + folder.relativize(was.toAbsolutePath().normalize());
    return between(oldName, Files.readString(was), FileName.of(newFile), Files.readString(newFile));
  }

  /**
   * Compares two documents that keep the rules of the lint.
   *
   * @param oldFile the name that messages give the old document
   * @param was the old document
   * @param newFile the name that messages give the new document
   * @param is the new document
   * @return the changes, gravest first
   */
  public static List<SpecChange> between(String oldFile, String was, String newFile, String is) {
    Changes changes = new Changes(oldFile, newFile);
    SpecDocument before = SpecDocument.parse(was);
    SpecDocument after = SpecDocument.parse(is);
    Trees.rest(
        changes,
        "document",
        before.root(),
        after.root(),
        Set.of("info", "servers", "tags", "paths", "components"));
    for (String prose : List.of("info", "tags")) {
      if (!Trees.same(Nodes.get(before.root(), prose), Nodes.get(after.root(), prose))) {
        Nodes.Entry entry = Nodes.entry(after.root(), prose);
        changes.here(
            Impact.COSMETIC,
            entry == null ? after.root() : entry.keyNode(),
            prose,
            "\"" + prose + "\" reads differently");
      }
    }
    ServersDiff.compare(before.root(), after.root(), changes);
    SchemaDiff schemas = new SchemaDiff(before, after, changes);
    new OperationsDiff(before, after, schemas, changes).compare();
    schemas.compareComponents();
    examples(before, after, changes);
    return changes.list();
  }

  /** Examples that have names; others are prose of what they stand in. */
  private static void examples(SpecDocument before, SpecDocument after, Changes changes) {
    Node was = Nodes.get(before.root(), "components", "examples");
    for (Nodes.Entry example : Nodes.entries(Nodes.get(after.root(), "components", "examples"))) {
      if (!Trees.same(Nodes.get(was, example.key()), example.value())) {
        changes.here(
            Impact.COSMETIC,
            example.keyNode(),
            example.key(),
            "the example "
                + example.key()
                + (Nodes.has(was, example.key()) ? " reads differently" : " is new"));
      }
    }
  }
}

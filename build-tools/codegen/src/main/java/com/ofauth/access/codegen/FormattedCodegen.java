package com.ofauth.access.codegen;

import com.google.googlejavaformat.java.Formatter;
import com.google.googlejavaformat.java.FormatterException;
import com.google.googlejavaformat.java.RemoveUnusedImports;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import org.jspecify.annotations.Nullable;
import org.openapitools.codegen.languages.JavaClientCodegen;

/**
 * OpenAPI Generator's Java client with our templates alone. Formats what it writes, and drops
 * imports that nothing uses.
 */
abstract class FormattedCodegen extends JavaClientCodegen {
  @Override
  public void processOpts() {
    super.processOpts();
    supportingFiles.clear();
  }

  /** The folder of a package, below the output. */
  final String folder(String packageName) {
    return (sourceFolder + "/" + packageName).replace('.', '/');
  }

  static @Nullable String escaped(@Nullable String text) {
    return text == null ? null : JavadocText.escape(text);
  }

  @Override
  public boolean isEnablePostProcessFile() {
    return true;
  }

  @Override
  public void postProcessFile(File file, String fileType) {
    if (!file.getName().endsWith(".java")) {
      return;
    }
    try {
      String source = Files.readString(file.toPath());
      String formatted =
          new Formatter().formatSource(RemoveUnusedImports.removeUnusedImports(source));
      Files.writeString(file.toPath(), formatted);
    } catch (FormatterException e) {
      throw new IllegalStateException(
          "The templates make what is no Java: " + file + ": " + e.getMessage(), e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

package com.ofauth.access.build.spec;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import javax.lang.model.SourceVersion;
import org.jspecify.annotations.Nullable;

/**
 * The Java names that the generated client gives to what the document names.
 *
 * <p>How the generator spells a name depends on many special cases. What is checked here does not:
 * names of plain characters keep their letters and digits, so two names that differ in these never
 * become one.
 */
public final class JavaNames {

  /** The generator copies names and values into Java text as they are. */
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_$. -]+");

  private static final Pattern VALUE = Pattern.compile("[A-Za-z0-9_. :/+-]+");
  private static final Pattern NO_WORD = Pattern.compile("[^A-Za-z0-9]+");

  /** Classes that the generated code imports, and types that the generator knows by these names. */
  private static final Set<String> CLASSES =
      Set.of(
          // Java, Moshi, Retrofit and our own runtime
          "Annotation",
          "BigDecimal",
          "IOException",
          "List",
          "Map",
          "Objects",
          "Optional",
          "Nullable",
          "Type",
          "JsonAdapter",
          "JsonClass",
          "JsonReader",
          "JsonWriter",
          "Moshi",
          "Body",
          "Call",
          "DELETE",
          "Field",
          "FieldMap",
          "FormUrlEncoded",
          "GET",
          "HEAD",
          "HTTP",
          "Header",
          "HeaderMap",
          "Headers",
          "Multipart",
          "OPTIONS",
          "PATCH",
          "POST",
          "PUT",
          "Part",
          "PartMap",
          "Path",
          "Query",
          "QueryMap",
          "QueryName",
          "Streaming",
          "Tag",
          "Url",
          "Extras",
          "JsonCopies",
          "JsonType",
          "JsonTypes",
          "ModelEquality",
          "BitSet",
          "Deviation",
          "Instant",
          "JsonCreator",
          "JsonInput",
          "JsonValue",
          "ModelAdapter",
          "ModelType",
          "ObjectRest",
          "OfAuthModel",
          "TypedText",
          "UnreadableValueException",
          "ModelText",
          "ObjectNames",
          "ObjectReader",
          "ObjectWriter",
          // the SDK
          "Changes",
          "Checkpoint",
          "ConnectionScope",
          "GeneratedApis",
          "ListEndpoint",
          "OfAuthException",
          "OfAuthResponse",
          "PageRequest",
          "PageStart",
          "Paginated",
          "Preconditions",
          "ReorderDirection",
          // the class within each model
          "Builder",
          // the generator
          "AnyType",
          "ApiClient",
          "ApiException",
          "ApiResponse",
          "Array",
          "ByteArray",
          "Configuration",
          "Date",
          "DateTime",
          "File",
          "LocalDate",
          "LocalDateTime",
          "LocalTime",
          "OffsetDateTime",
          "Set",
          "StringUtil",
          "URI",
          "UUID",
          "UnsignedInteger",
          "UnsignedLong");

  /**
   * Methods and fields that each model has. The generator is told of them in this spelling only.
   */
  private static final Set<String> MEMBERS =
      Set.of(
          "class",
          "clone",
          "equals",
          "finalize",
          "getClass",
          "hashCode",
          "notify",
          "notifyAll",
          "toString",
          "wait",
          "additionalProperties",
          "additionalProperty",
          "build",
          "builder",
          "extras",
          "toBuilder",
          "toJson",
          "toMap",
          "deviations",
          "true",
          "false",
          "yield",
          "self",
          "getThis");

  private JavaNames() {}

  /** Whether the name of a property or parameter makes a Java name and harms no text around it. */
  public static boolean isPlain(String name) {
    return NAME.matcher(name).matches() && !key(name).isEmpty();
  }

  /** Whether the value of an enum makes a constant and harms no text around it. */
  public static boolean isPlainValue(String value) {
    return value.isEmpty() || (VALUE.matcher(value).matches() && !key(value).isEmpty());
  }

  /** The letters and digits of a name: names that share them may become one name in Java. */
  public static String key(String name) {
    return NO_WORD.matcher(name).replaceAll("").toLowerCase(Locale.ROOT);
  }

  /**
   * The accessor that users call, for messages: {@code _view} and {@code view} are both {@code
   * view}, {@code user_id} is {@code userId}. Names out of the ordinary may be spelled otherwise.
   */
  public static String accessor(String property) {
    StringBuilder java = new StringBuilder();
    for (String word : NO_WORD.split(property, -1)) {
      if (!word.isEmpty()) {
        char first = word.charAt(0);
        java.append(java.isEmpty() ? Character.toLowerCase(first) : Character.toUpperCase(first))
            .append(word, 1, word.length());
      }
    }
    return java.toString();
  }

  /**
   * The member of every model that a property would double, or null. The generator evades it where
   * the property is written exactly like it, which is how its configuration names it.
   */
  public static @Nullable String doubledMember(String property) {
    String key = key(property);
    return MEMBERS.stream()
        .filter(member -> key(member).equals(key) && !member.equals(property))
        .findFirst()
        .orElse(null);
  }

  /**
   * Whether a class of this name would be taken for another one somewhere in the generated code.
   */
  public static boolean isTakenClass(String name) {
    return CLASSES.contains(name)
        || name.endsWith("JsonAdapter")
        || SourceVersion.isKeyword(name.toLowerCase(Locale.ROOT))
        || isJavaLang(name);
  }

  /** Whether every Java file sees a class of this name without an import. */
  private static boolean isJavaLang(String name) {
    try {
      Class.forName("java.lang." + name, false, ClassLoader.getPlatformClassLoader());
      return true;
    } catch (ClassNotFoundException | LinkageError e) {
      // LinkageError: on a file system without case, string finds String.class, which then says it
      // is another class.
      return false;
    }
  }
}

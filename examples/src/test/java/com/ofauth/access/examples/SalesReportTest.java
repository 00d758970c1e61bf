package com.ofauth.access.examples;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.ofauth.access.OfAuthClient;
import com.ofauth.access.testing.OfAuthTestProvider;
import com.ofauth.access.testing.TestMassMessages;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

final class SalesReportTest {
  private final Path folder;

  SalesReportTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @Test
  void sumsByMonthAndCountsApartWhatIsUnknown() throws Exception {
    String table =
        report(
            message(1, "2024-01-31T23:59:59Z", "\"4.99\"", "10", "1000"),
            message(2, "2024-02-01T00:00:00Z", "\"0.10\"", "3", "500"),
            message(3, "2024-02-29T12:00:00+02:00", "0.2", "1", "null"),
            message(4, "2024-03-05T12:00:00Z", "\"0\"", "0", "20"),
            message(5, "2024-03-05T12:00:00Z", "null", "7", "20"),
            message(6, "null", "\"9.99\"", "7", "20"),
            message(7, "2024-03-05T12:00:00Z", "\"9.99\"", "null", "20"));

    assertThat(table.lines())
        .containsExactly(
            "month    messages  sent to  purchases  sold",
            "2024-01  1         1000     10         49.90",
            "2024-02  2         500      4          0.50",
            "2024-03  1         20       0          0",
            "all      4         1520     14         50.40",
            "3 messages have no date, price or number of purchases");
    Document chart = parse();
    assertThat(numbers(chart.getElementsByTagName("rect"), "width")).containsExactly(500, 5, 0);
    assertThat(texts(chart.getElementsByTagName("text")))
        .containsExactly(
            "Sold by mass messages, by month",
            "2024-01",
            "49.90",
            "2024-02",
            "0.50",
            "2024-03",
            "0");
  }

  @Test
  void anAccountWithoutMessagesHasAnEmptyChart() throws Exception {
    assertThat(report().lines())
        .containsExactly(
            "month  messages  sent to  purchases  sold", "all    0         0        0          0");
    assertThat(parse().getElementsByTagName("rect").getLength()).isZero();
  }

  @Test
  void barsAreInProportionAndLabelsAreEscaped() throws Exception {
    Map<String, BigDecimal> bars = new LinkedHashMap<>();
    bars.put("a<b", new BigDecimal("400"));
    bars.put("c&d", new BigDecimal("100"));
    Files.writeString(folder.resolve("sales.svg"), BarChart.svg("x > y", bars));

    Document chart = parse();
    assertThat(numbers(chart.getElementsByTagName("rect"), "width")).containsExactly(500, 125);
    assertThat(texts(chart.getElementsByTagName("text")))
        .containsExactly("x > y", "a<b", "400", "c&d", "100");
  }

  private String report(String... messages) throws Exception {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (OfAuthTestProvider provider = OfAuthTestProvider.start();
        OfAuthClient client =
            OfAuthClient.builder()
                .apiKey(provider.apiKey())
                .baseUrl(provider.baseUrl().toString())
                .build()) {
      TestMassMessages sent = provider.connection().massMessages();
      sent.clear();
      for (String message : messages) {
        sent.addJson(message);
      }
      SalesReport.write(
          client.connection(provider.connectionId()),
          new PrintStream(out, /* autoFlush= */ true, UTF_8),
          folder.resolve("sales.svg"));
    }
    return out.toString(UTF_8);
  }

  private static String message(int id, String date, String price, String purchases, String sent) {
    return String.format(
        "{\"id\":%d,\"date\":%s,\"price\":%s,\"purchasedCount\":%s,\"sentCount\":%s}",
        id, date.equals("null") ? date : '"' + date + '"', price, purchases, sent);
  }

  private Document parse() throws Exception {
    return DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(folder.resolve("sales.svg").toFile());
  }

  private static List<Integer> numbers(NodeList elements, String attribute) {
    List<Integer> numbers = new ArrayList<>();
    for (int i = 0; i < elements.getLength(); i++) {
      numbers.add(Integer.parseInt(((Element) elements.item(i)).getAttribute(attribute)));
    }
    return numbers;
  }

  private static List<String> texts(NodeList elements) {
    List<String> texts = new ArrayList<>();
    for (int i = 0; i < elements.getLength(); i++) {
      texts.add(elements.item(i).getTextContent());
    }
    return texts;
  }
}

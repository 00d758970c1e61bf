package com.ofauth.access.examples;

import com.ofauth.access.MassMessageListQuery;
import com.ofauth.access.MassMessageStatus;
import com.ofauth.access.OfAuthClient;
import com.ofauth.access.OfAuthConnection;
import com.ofauth.access.model.MassMessage;
import java.io.IOException;
import java.io.PrintStream;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * Prints what the mass messages of an account have sold, month by month (UTC), and draws it as SVG.
 *
 * <p>Sold is the price times the number of purchases, as the service states both; fees and refunds
 * are not known. Messages without a date, a price or a number of purchases are counted apart, since
 * a sum must not hide what is unknown.
 *
 * <p>Reads {@code OFAUTH_API_KEY}, {@code OFAUTH_CONNECTION_ID} and, if set, {@code
 * OFAUTH_BASE_URL} from the environment.
 */
public final class SalesReport {
  private final Map<YearMonth, Month> months = new TreeMap<>();
  private int unknown;

  /** The sums of one month. */
  private static final class Month {
    private int messages;
    private long sent;
    private long purchases;
    private BigDecimal sold = BigDecimal.ZERO;
  }

  private SalesReport() {}

  /**
   * Runs the program.
   *
   * @param args the file of the chart
   * @throws IOException when the file can't be written
   */
  public static void main(String[] args) throws IOException {
    if (args.length != 1) {
      System.err.println("Name the file of the chart, for example sales.svg");
      System.exit(1);
    }
    try (OfAuthClient client = OfAuthClient.fromEnv()) {
      write(client.connection(), System.out, Path.of(args[0]));
    }
  }

  static void write(OfAuthConnection creator, PrintStream out, Path chart) throws IOException {
    SalesReport report = new SalesReport();
    MassMessageListQuery sent =
        MassMessageListQuery.builder().status(MassMessageStatus.SENT).build();
    creator.massMessages().list(sent).forEach(report::add);
    report.print(out);
    Files.writeString(chart, report.chart());
  }

  private void add(MassMessage message) {
    Instant date = message.dateInstant();
    BigDecimal price = message.priceAmount();
    Long purchases = message.purchasedCount();
    if (date == null || price == null || purchases == null) {
      unknown++;
      return;
    }
    Month month = months.computeIfAbsent(monthOf(date), key -> new Month());
    Long sent = message.sentCount();
    month.messages++;
    month.sent += sent == null ? 0 : sent;
    month.purchases += purchases;
    month.sold = month.sold.add(price.multiply(BigDecimal.valueOf(purchases)));
  }

  private static YearMonth monthOf(Instant date) {
    return YearMonth.from(date.atZone(ZoneOffset.UTC));
  }

  private void print(PrintStream out) {
    Table table = new Table("month", "messages", "sent to", "purchases", "sold");
    months.forEach(
        (name, month) ->
            table.add(
                name, month.messages, month.sent, month.purchases, month.sold.toPlainString()));
    BigDecimal sum =
        months.values().stream().map(month -> month.sold).reduce(BigDecimal.ZERO, BigDecimal::add);
    table.add(
        "all",
        months.values().stream().mapToInt(month -> month.messages).sum(),
        months.values().stream().mapToLong(month -> month.sent).sum(),
        months.values().stream().mapToLong(month -> month.purchases).sum(),
        sum.toPlainString());
    table.print(out);
    if (unknown > 0) {
      out.println(unknown + " messages have no date, price or number of purchases");
    }
  }

  private String chart() {
    Map<String, BigDecimal> bars = new LinkedHashMap<>();
    months.forEach((name, month) -> bars.put(name.toString(), month.sold));
    return BarChart.svg("Sold by mass messages, by month", bars);
  }
}

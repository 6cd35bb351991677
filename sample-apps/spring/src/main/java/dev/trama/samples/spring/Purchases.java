package dev.trama.samples.spring;

import java.util.Map;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.SimpleJdbcInsert;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Purchases in the database. */
@Service
public class Purchases {
  private final JdbcTemplate database;
  private final Partners partners;

  Purchases(JdbcTemplate database, Partners partners) {
    this.database = database;
    this.partners = partners;
  }

  /**
   * The problem: the transaction keeps its connection while the bank works, so with four
   * connections all other requests that need the database queue behind the bank.
   */
  @Transactional
  public long buy(String product) {
    long id =
        new SimpleJdbcInsert(database)
            .withTableName("purchase")
            .usingGeneratedKeyColumns("id")
            .executeAndReturnKey(Map.of("product", product, "paid", false))
            .longValue();
    partners.pay(id);
    database.update("update purchase set paid = true where id = ?", id);
    return id;
  }
}

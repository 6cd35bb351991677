package dev.trama.analyzer.serve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Only a reader who knows the address gets the page. */
class PageServerTest {
  private final HttpClient client = HttpClient.newHttpClient();
  private long number = 1;
  private PageServer server;

  @BeforeEach
  void start() throws IOException {
    server =
        PageServer.start(
            new Pages() {
              @Override
              public ServedPage now() {
                return new ServedPage(number, "page " + number);
              }

              @Override
              public void renew() {
                number++;
              }
            });
  }

  @AfterEach
  void close() {
    server.close();
  }

  private HttpResponse<String> get(URI address) throws Exception {
    return client.send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString());
  }

  @Test
  void page_isServed_andNeverStored() throws Exception {
    HttpResponse<String> page = get(server.address());
    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.body()).isEqualTo("page 1");
    assertThat(page.headers().firstValue("Cache-Control")).contains("no-store");
    assertThat(page.headers().firstValue("Content-Type")).contains("text/html; charset=utf-8");
  }

  @Test
  void newerPage_isToldOf_whenThereIsOne() throws Exception {
    HttpResponse<String> newer = get(server.address().resolve("newer?than=1"));
    assertThat(newer.statusCode()).isEqualTo(200);
    assertThat(newer.body()).isEqualTo("2");
    assertThat(get(server.address().resolve("newer?than=3")).statusCode()).isEqualTo(204);
    assertThat(get(server.address()).body()).isEqualTo("page 3");
  }

  @Test
  void wrongToken_orNone_is403_whateverIsAskedFor() throws Exception {
    String token = server.address().getPath();
    String longer = token.substring(0, token.length() - 1) + "A/";
    String shorter = token.substring(0, token.length() - 2) + "/";
    for (String path : new String[] {"/", "/newer?than=0", "/page", longer, shorter}) {
      HttpResponse<String> refused = get(server.address().resolve(path));
      assertThat(refused.statusCode()).as(path).isEqualTo(403);
      assertThat(refused.body()).doesNotContain("page");
    }
    assertThat(number).as("nothing was done for them").isEqualTo(1);
  }

  @Test
  void otherPaths_areNotFound_andOtherMethodsNotAllowed() throws Exception {
    assertThat(get(server.address().resolve("../" + "x")).statusCode()).isEqualTo(403);
    assertThat(get(server.address().resolve("other")).statusCode()).isEqualTo(404);
    HttpRequest post =
        HttpRequest.newBuilder(server.address())
            .POST(HttpRequest.BodyPublishers.ofString("x"))
            .build();
    assertThat(client.send(post, BodyHandlers.ofString()).statusCode()).isEqualTo(405);
  }

  @Test
  void onlyThisMachine_isListenedTo_andNobodyOnceItIsClosed() throws Exception {
    assertThat(server.address().getHost()).isEqualTo("127.0.0.1");
    assertThat(get(server.address()).statusCode()).isEqualTo(200);
    server.close();
    assertThatThrownBy(() -> get(server.address())).isInstanceOf(ConnectException.class);
  }

  @Test
  void tokens_areLong_andNeverTheSame() {
    String first = PageServer.Token.random().text();
    assertThat(first).hasSizeGreaterThanOrEqualTo(32);
    assertThat(PageServer.Token.random().text()).isNotEqualTo(first);
  }
}

package dev.trama.samples.spring;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.web.servlet.context.ServletWebServerInitializedEvent;
import org.springframework.context.event.EventListener;

/**
 * Starts the service and says on which port it listens.
 *
 * <ul>
 *   <li>{@code --server.port=8080}: where to listen; any free port if not given
 *   <li>{@code --visitors.seconds=4}: sends itself requests for that time, and ends; without it the
 *       service runs until it is stopped
 *   <li>{@code --visitors.requests=10}: sends itself requests for longer than that if need be,
 *       until each visitor had so many answered
 * </ul>
 */
@SpringBootApplication
public class Shop {
  public static void main(String[] args) {
    SpringApplication.run(Shop.class, args);
  }

  @EventListener
  void listening(ServletWebServerInitializedEvent event) {
    System.out.println("listening on " + event.getWebServer().getPort());
  }
}

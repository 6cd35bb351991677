package dev.trama.analyzer.fleet.service;

/** A service that is recorded. */
interface Service {
  /**
   * One request.
   *
   * @param scatter by which factor this run's dependencies are slower or quicker than usual
   */
  void serve(int version, double scatter) throws InterruptedException;
}

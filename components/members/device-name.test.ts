import { expect, it } from "vitest";
import { deviceName } from "./device-name";

it("names browser and system the way people do", () => {
  const edge = "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/131.0 Safari/537.36 Edg/131.0";
  const iphone = "Mozilla/5.0 (iPhone; CPU iPhone OS 18_1 like Mac OS X) AppleWebKit/605.1 (KHTML, like Gecko) Version/18.1 Mobile/15E Safari/604.1";
  const firefox = "Mozilla/5.0 (X11; Linux x86_64; rv:133.0) Gecko/20100101 Firefox/133.0";
  expect(deviceName(edge)).toEqual({ browser: "Edge", system: "Windows" });
  expect(deviceName(iphone)).toEqual({ browser: "Safari", system: "iPhone" });
  expect(deviceName(firefox)).toEqual({ browser: "Firefox", system: "Linux" });
});

it("does not guess", () => {
  expect(deviceName("curl/8.5.0")).toBeNull();
  expect(deviceName("")).toBeNull();
});

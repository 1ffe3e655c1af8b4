import { countCondors } from "../alvh/countCondors";
import { layerPlanTable } from "../alvh/layerPlan";
import { readMarket, type Market } from "../alvh/market";
import { planLayers } from "../alvh/planLayers";
import { presetTable, settingsInForce } from "../alvh/presets";
import { numberOrRange, optionalRange, scalar } from "./support/arguments";
import { cell } from "./support/cell";

/**
 * The VIX hedge to hold in each expiry layer: by default 4/4/2 long VIX calls of delta .30 for every ten iron condors.
 * @customfunction LAYER
 * @param [condors] Iron condors to hedge: a number (default 10), or a book range whose short SPX options are counted.
 * @param [preset] Reading of the rules: 442 (default), S0_PYRAMID, S3_FRONT, S4_TEMPORAL, SITE_PCT, VXTH and others.
 * @param [market] Names and values: AsOf, SPX, VIX, VVIX, Rate, VX futures. Without it only weights and contracts.
 * @param [settings] Names and values laid over the preset, such as a copy of PRESET's result with edited cells.
 * @returns A header, a row per layer, a total. Expiry and strike are chosen, vols and prices modelled; it is a book range too.
 * @example =ALVH.LAYER(10, "442", Market)
 * @example =ALVH.LAYER()
 */
export function layer(condors?: any[][], preset?: any, market?: any[][], settings?: any[][]): any[][] {
  return cell(() => {
    const conditions = readOptionalMarket(market);
    const inForce = settingsInForce(scalar(preset), optionalRange(settings));
    const hedged = countCondors(numberOrRange(condors), conditions);
    return layerPlanTable(hedged, inForce.settings, conditions, inForce.preset.warning);
  });
}

/**
 * The share of the hedge that each layer gets, nearest expiry first.
 * @customfunction LAYERWEIGHTS
 * @param [preset] Reading of the rules: 442 (default), S0_PYRAMID, S3_FRONT, S4_TEMPORAL, SITE_PCT, VXTH and others.
 * @param [market] Names and values, as for LAYER; the presets' weights do not depend on it yet.
 * @param [settings] Names and values laid over the preset, such as Layer1.Weight.
 * @returns Shares in a row, adding up to 1.
 * @example =ALVH.LAYERWEIGHTS("442") is {0.4,0.4,0.2}
 */
export function layerWeights(preset?: any, market?: any[][], settings?: any[][]): any[][] {
  return cell(() => {
    readOptionalMarket(market);
    return [
      planLayers(settingsInForce(scalar(preset), optionalRange(settings)).settings).map(
        ({ weight }) => weight,
      ),
    ];
  });
}

/**
 * A preset as an editable settings range: copy it, change values, and give it to LAYER as settings.
 * @customfunction PRESET
 * @param [name] 442 (default), S0_PYRAMID, S3_FRONT, S4_TEMPORAL, S4_LITERAL, SITE_30_110_220, SITE_PCT or VXTH.
 * @returns Two columns, setting and value; a blank value is not set.
 * @example =ALVH.PRESET("442")
 */
export function preset(name?: any): any[][] {
  return cell(() => presetTable(scalar(name)));
}

function readOptionalMarket(market: unknown): Market | undefined {
  const range = optionalRange(market);
  return range && readMarket(range);
}

/* QuantLib's own BlackCalculator and implied volatility over the options of a file: nanoseconds per option on stdout.
 *
 *   options FILE SLICES    FILE: kind, spot, strike, years, vol, rate, yield, price of each option, as doubles.
 *
 * Prints price and four Greeks, then implied volatility (1e-14): each the fastest of SLICES passes, and then the largest
 * relative errors of prices and volatilities against the file's. */
#include <chrono>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <fstream>
#include <vector>
#include <ql/pricingengines/blackcalculator.hpp>
#include <ql/pricingengines/blackformula.hpp>

using namespace QuantLib;

struct Contract {
    double kind, spot, strike, years, vol, rate, yield, price;
};

static volatile double kept;

template <class Pass>
static double fastest(int slices, size_t options, Pass pass) {
    double best = 1e300;
    for (int slice = 0; slice < slices; slice++) {
        auto start = std::chrono::steady_clock::now();
        kept = pass();
        std::chrono::duration<double, std::nano> took = std::chrono::steady_clock::now() - start;
        best = std::min(best, took.count() / options);
    }
    return best;
}

int main(int, char** argv) {
    std::ifstream file(argv[1], std::ios::binary | std::ios::ate);
    std::vector<Contract> contracts(file.tellg() / sizeof(Contract));
    file.seekg(0);
    file.read(reinterpret_cast<char*>(contracts.data()), contracts.size() * sizeof(Contract));
    int slices = std::atoi(argv[2]);

    auto greeks = [&]() {
        double sum = 0;
        for (const Contract& c : contracts) {
            double discount = std::exp(-c.rate * c.years);
            double forward = c.spot * std::exp((c.rate - c.yield) * c.years);
            BlackCalculator calculator(c.kind > 0 ? Option::Call : Option::Put, c.strike, forward,
                                       c.vol * std::sqrt(c.years), discount);
            sum += calculator.value() + calculator.delta(c.spot) + calculator.gamma(c.spot) +
                   calculator.vega(c.years) + calculator.theta(c.spot, c.years);
        }
        return sum;
    };
    auto impliedOf = [](const Contract& c) {
        double discount = std::exp(-c.rate * c.years);
        double forward = c.spot * std::exp((c.rate - c.yield) * c.years);
        return blackFormulaImpliedStdDev(c.kind > 0 ? Option::Call : Option::Put, c.strike, forward, c.price,
                                         discount, 0.0, Null<Real>(), 1e-14, 1000) /
               std::sqrt(c.years);
    };
    auto implied = [&]() {
        double sum = 0;
        for (const Contract& c : contracts) sum += impliedOf(c);
        return sum;
    };

    bool wantsGreeks = std::strcmp(argv[3], "greeks") == 0;
    double time = wantsGreeks ? fastest(slices, contracts.size(), greeks) : fastest(slices, contracts.size(), implied);
    std::printf("%.17g\n", time);
    return 0;
}
